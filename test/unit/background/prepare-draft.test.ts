import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { prepare } from '@/lib/background/prepare-draft';
import { EMPTY_DRAFT } from '@/lib/drafts/draft';
import { NOTHING_LEARNED, tierPriceKey } from '@/lib/flow/models';
import { openTab, patchTab } from '@/lib/session/tab-registry';
import { Database } from '@/lib/storage/database';
import { learnedModels, recent } from '@/lib/storage/items';
import { createLibrary } from '@/lib/storage/library';
import { allPageJobs, createPageJobStore } from '@/lib/storage/page-job-store';
import { tableOf } from '../../fakes/table-of';
import { clip, image, PROJECT, uuid } from '../../samples/jobs';

const db = new Database('prepare');
const library = createLibrary(db);
const uses = { library, pageJobs: createPageJobStore(db), now: () => 5000 };
const extend = {
  ...EMPTY_DRAFT,
  action: 'extend' as const,
  clipId: clip(1).id,
  extendPrompt: ' The lamps go out ',
};

beforeEach(async () => {
  fakeBrowser.reset();
  await tableOf(db, 'pageJobs').clear();
  await library.remember([clip(1), image(2), image(3)]);
  await openTab({
    ...{ site: 'flow.google.com', tabId: 1, sessionId: ';1', seenAt: 1 },
    projectId: PROJECT,
  });
  await patchTab(1, { account: 'ada', signedIn: true, tier: 'ultra' });
});

it('a draft becomes one job that waits for a press in Flow, however often it is asked for', async () => {
  const key = tierPriceKey('veo_3_1_extension_lite', 'ultra');
  await learnedModels.set({ ...NOTHING_LEARNED, tierPrices: { [key]: 5 } });
  const order = { tabId: 1, id: uuid(7), draft: extend };
  expect(await prepare(uses, order)).toEqual({ ok: true });
  expect(await prepare(uses, order)).toEqual({ ok: true });
  expect(await allPageJobs(db)).toEqual([
    {
      ...{ id: uuid(7), batchId: uuid(7), createdAt: 5000, account: 'ada', projectId: PROJECT },
      ...{ action: 'extend', title: 'Clip 1', prompt: 'The lamps go out', aspect: 'landscape' },
      ...{ sourceIds: [clip(1).id], price: 5, state: 'prepared' },
    },
  ]);
  expect((await recent.get()).prompts.extend).toContain('The lamps go out');
});

it('images become a job with its words for a name', async () => {
  const draft = {
    ...EMPTY_DRAFT,
    action: 'references' as const,
    imageIds: [image(2).id, image(3).id],
    referencesPrompt: 'A coat walks',
  };
  expect(await prepare(uses, { tabId: 1, id: uuid(8), draft })).toEqual({ ok: true });
  const [job] = await allPageJobs(db);
  expect(job).toMatchObject({ title: 'A coat walks', sourceIds: [image(2).id, image(3).id] });
  expect(job).not.toHaveProperty('price');
});

it('a draft that is not ready makes nothing, and says why', async () => {
  const draft = { ...extend, extendPrompt: '' };
  expect(await prepare(uses, { tabId: 1, id: uuid(9), draft })).toEqual({
    ok: false,
    problems: [{ field: 'prompt', kind: 'empty-prompt' }],
  });
  expect(await allPageJobs(db)).toEqual([]);
});
