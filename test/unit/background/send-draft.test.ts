import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendDraft } from '@/lib/background/send-draft';
import { EMPTY_DRAFT } from '@/lib/drafts/draft';
import { draftOffer } from '@/lib/drafts/offer';
import { modelSlot, NOTHING_LEARNED } from '@/lib/flow/models';
import { openTab, patchTab } from '@/lib/session/tab-registry';
import { Database } from '@/lib/storage/database';
import { learnedModels } from '@/lib/storage/items';
import { createJobStore } from '@/lib/storage/job-store';
import { createLibrary } from '@/lib/storage/library';
import { tableOf } from '../../fakes/table-of';
import { clip, PROJECT, uuid } from '../../samples/jobs';

const db = new Database('send-draft');
const [store, library] = [createJobStore(db), createLibrary(db)];
const wake = vi.fn();
const uses = { store, library, runner: { wake }, now: () => 5000 };

const draft = {
  ...EMPTY_DRAFT,
  action: 'extend' as const,
  clipId: clip(1).id,
  extendPrompt: 'Go on',
  takes: 2,
};
const offer = draftOffer(draft, 'pro', () => clip(1), NOTHING_LEARNED);
const key = offer.models[0] ?? '';
const send = () => sendDraft(uses, 1, { batchId: uuid(9), draft, offer });

beforeEach(async () => {
  fakeBrowser.reset();
  wake.mockReset();
  await tableOf(db, 'jobs').clear();
  await library.remember([clip(1, { frames: 192 })]);
  await openTab({ site: 'labs.google', tabId: 1, sessionId: ';1', seenAt: 1, projectId: PROJECT });
  await patchTab(1, { account: 'ada', signedIn: true, tier: 'pro' });
});

/** A list that names a new model, and no price of it. */
const LISTED = { keys: ['veo_next'], prices: {}, tierPrices: {} };

it('a press makes the jobs that the button showed', async () => {
  expect(await send()).toEqual({ ok: true, jobs: 2 });
  expect((await store.open()).map(({ price }) => price)).toEqual([20, 20]);
});

it.each([
  ['the price has risen', { ...NOTHING_LEARNED, prices: { [key]: 100 } }, 200],
  [
    'the model is another',
    {
      ...{ keys: { 'extend/landscape/pro': 'veo_next' }, prices: {} },
      listed: { ...LISTED, prices: { veo_next: 20 } },
    },
    40,
  ],
  [
    'the model is one that only the page has named a price of',
    { keys: { 'extend/landscape/pro': 'veo_next' }, prices: { veo_next: 20 }, listed: LISTED },
    undefined,
  ],
  [
    'the price is no longer known',
    { keys: { 'extend/landscape/pro': 'veo_next' }, prices: {}, listed: LISTED },
    undefined,
  ],
])('makes none where %s since it was read', async (_, learned, sum) => {
  await learnedModels.set(learned);
  const answer = await send();
  expect(answer).toMatchObject({
    ok: false,
    problems: [],
    changed: { models: [expect.any(String)] },
  });
  expect('changed' in answer && answer.changed?.sum).toBe(sum);
  expect(await store.open()).toEqual([]);
  expect(wake).not.toHaveBeenCalled();
});

it.each([
  ['asks about a model that the list has, without a price', 'veo_next', { kind: 'model' }],
  ['makes it by a model of the table where only the page has named one', 'odd', undefined],
  ['makes it by a model of the table', undefined, undefined],
])('for a plan that is not known here, %s', async (_, taught, question) => {
  const tier = 'PAYGATE_TIER_ZERO';
  await patchTab(1, { tier });
  const keys = taught === undefined ? {} : { [modelSlot('extend', 'landscape', tier)]: taught };
  await learnedModels.set({ ...NOTHING_LEARNED, keys, listed: LISTED });
  const answer = await sendDraft(uses, 1, { batchId: uuid(9), draft });
  expect('question' in answer ? answer.question : undefined).toEqual(question);
  expect(await store.open()).toHaveLength(question ? 0 : 2);
});

it('a press makes no job where the account of the tab pays other prices than the button showed', async () => {
  await patchTab(1, { tier: 'ultra' });
  expect(await send()).toMatchObject({ ok: false, changed: { sum: 20 } });
  expect(await store.open()).toEqual([]);
});
