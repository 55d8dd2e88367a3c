import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listModels } from '@/lib/background/model-list';
import { modelPrice, NOTHING_LEARNED } from '@/lib/flow/models';
import type { PageQuestion } from '@/lib/messaging/protocol';
import { openTab, patchTab } from '@/lib/session/tab-registry';
import { learnedModels } from '@/lib/storage/items';
import { PROJECT } from '../../samples/jobs';

const ask = vi.hoisted(() =>
  vi.fn<(tab: number, question: PageQuestion) => Promise<string | undefined>>(),
);
vi.mock('@/lib/messaging/client', () => ({ askPage: ask }));

const answer = (result: object) =>
  JSON.stringify({ result: { data: { json: { result, status: 200 } } } });
const list = (creditCost: number) => answer({ videoModels: [{ key: 'veo_next', creditCost }] });
const opening = JSON.stringify({
  result: {
    data: {
      json: {
        modelConfig: {
          videoModelFamilies: [
            {
              usages: [
                { key: 'veo_next', creditMapping: { SERVICE_TIER_INTERMEDIATE: { cost: 30 } } },
              ],
            },
          ],
        },
      },
    },
  },
});

const START = 1_790_000_000_000;
const uses = { ...NOTHING_LEARNED, keys: { 'reshoot/landscape/pro': 'veo_next' } };
const price = async () => modelPrice('veo_next', await learnedModels.get(), 'pro');
const questions = () => ask.mock.calls.map(([, question]) => question);

beforeEach(async () => {
  fakeBrowser.reset();
  ask.mockReset();
  await openTab({
    site: 'labs.google',
    tabId: 1,
    sessionId: ';1',
    seenAt: START - 60_000,
    projectId: PROJECT,
  });
  await patchTab(1, { silentAt: undefined });
  await learnedModels.set(uses);
});

describe('the list of models', () => {
  it('is asked of the page where it uses a model that the table lacks', async () => {
    ask.mockResolvedValue(list(25));
    await listModels(1, START);
    expect(questions()).toEqual([{ about: 'models', projectId: undefined }]);
    expect(await price()).toBe(25);
    await listModels(1, START + 120_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is what counts, whatever the page was seen reading', async () => {
    await learnedModels.set({ ...uses, prices: { veo_next: 0 } });
    expect(await price()).toBeUndefined();
    ask.mockResolvedValue(list(25));
    await listModels(1, START);
    expect(await price()).toBe(25);
  });

  it('is asked for with the project where the page has none by itself', async () => {
    ask.mockImplementation(async (_, question) =>
      question.about === 'models' && question.projectId !== undefined ? opening : undefined,
    );
    await listModels(1, START);
    expect(questions()).toEqual([
      { about: 'models', projectId: undefined },
      { about: 'models', projectId: PROJECT },
    ]);
    expect(await price()).toBe(30);
  });

  it.each([
    ['nothing', async () => undefined],
    ['what is no list', async () => '<html>'],
    ['too late', () => Promise.reject(new Error('The page does not answer'))],
  ])(
    'stays unknown where the page answers %s, and is not asked for again at once',
    async (_, as) => {
      ask.mockImplementation(as);
      expect(await listModels(1, START)).toBe(false);
      const before = ask.mock.calls.length;
      await listModels(1, START + 59_000);
      expect(ask).toHaveBeenCalledTimes(before);
      expect(await price()).toBeUndefined();
      ask.mockResolvedValue(list(25));
      await listModels(1, START + 61_000);
      expect(await price()).toBe(25);
    },
  );

  it('is asked for once of a page that does not answer', async () => {
    ask.mockRejectedValue(new Error('The page does not answer'));
    await listModels(1, START);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is asked for though the clock was put back', async () => {
    ask.mockResolvedValueOnce(undefined);
    await listModels(1, START);
    ask.mockResolvedValue(list(25));
    await listModels(1, START - 3_600_000);
    expect(await price()).toBe(25);
  });

  it('is asked for once, however much the page tells at a time', async () => {
    ask.mockResolvedValue(list(25));
    await Promise.all(Array.from({ length: 20 }, () => listModels(1, START)));
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
