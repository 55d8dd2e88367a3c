import { newId, randomSeed } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { compose } from '@/lib/job/compose';
import type { Draft } from '@/lib/job/draft';
import type { Answers } from '@/lib/message/answers';
import { oneTab } from '@/lib/session/tab-registry';
import { learnedModels } from '@/lib/store/items';
import type { Background } from './background';

const chance = { newId, randomSeed };

/**
 * Makes and stores the jobs of a draft; nothing is sent before they are on the disk.
 *
 * @param batchId names the wish: the same one again makes nothing more
 */
export async function sendDraft(
  { store, library, heart, now }: Background,
  tabId: number,
  batchId: string,
  draft: Draft,
): Promise<Answers['send']> {
  if (await store.hasBatch(batchId)) return { ok: true, jobs: 0 };
  const tab = await oneTab(tabId);
  const ids = [...draft.imageIds, ...(draft.clipId === undefined ? [] : [draft.clipId])];
  const media = await library.some(ids);
  const jobs = compose(
    {
      draft,
      batchId,
      account: tab?.account ?? '',
      place: { tab, tier: tab?.tier, media: (id) => media.get(id) },
      learned: await learnedModels.get(),
    },
    chance,
    now(),
  );
  if (!jobs.ok) return { ok: false, problems: jobs.failure };
  try {
    await store.add(jobs.value);
  } catch (error) {
    warn('send', error);
    return { ok: false, problems: [], refusal: 'store-refused' };
  }
  heart.beat();
  return { ok: true, jobs: jobs.value.length };
}
