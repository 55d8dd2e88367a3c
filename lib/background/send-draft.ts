import { newId, randomSeed } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { compose } from '@/lib/job/compose';
import { type Draft, upscaleIds } from '@/lib/job/draft';
import type { JobIn } from '@/lib/job/job';
import { dayStart } from '@/lib/job/ledger';
import { type Question, questionFor } from '@/lib/job/limits';
import { withDraft } from '@/lib/job/recent';
import type { Answers } from '@/lib/message/answers';
import { oneTab } from '@/lib/session/tab-registry';
import { learnedModels, recent, settings } from '@/lib/store/items';
import type { Background } from './parts';
import { keepPicture } from './pictures';

const chance = { newId, randomSeed };

/**
 * Makes and stores the jobs of a draft; nothing is sent before they are on the disk.
 *
 * @param batchId names the wish: the same one again makes nothing more
 * @param allowed sum in credits that the person has said yes to; Infinity where no price is known
 */
export async function sendDraft(
  background: Background,
  tabId: number,
  batchId: string,
  draft: Draft,
  allowed?: number,
): Promise<Answers['send']> {
  const { store, library, heart, now } = background;
  if (await store.hasBatch(batchId)) return { ok: true, jobs: 0 };
  const tab = await oneTab(tabId);
  const ids = [...draft.imageIds, ...upscaleIds(draft)];
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
  const question = await ask(background, jobs.value, allowed);
  if (question) return { ok: false, problems: [], question };
  try {
    await store.add(allowed === undefined ? jobs.value : jobs.value.map(allow));
  } catch (error) {
    warn('send', error);
    return { ok: false, problems: [], refusal: 'store-refused' };
  }
  heart.beat();
  void remember(draft);
  for (const id of ids) void keepPicture(media.get(id));
  return { ok: true, jobs: jobs.value.length };
}

async function remember(draft: Draft): Promise<void> {
  try {
    await recent.set(withDraft(await recent.get(), draft));
  } catch (error) {
    warn('recent', error);
  }
}

const allow = (job: JobIn<'waiting'>): JobIn<'waiting'> => ({ ...job, allowed: true });

/** What the person has to confirm before these jobs may be made; nothing once they have. */
export async function ask(
  { store, now }: Background,
  jobs: readonly JobIn<'waiting'>[],
  allowed: number | undefined,
): Promise<Question | undefined> {
  const known = jobs.every(({ price }) => price !== undefined);
  const sum = known ? jobs.reduce((total, { price = 0 }) => total + price, 0) : undefined;
  if (allowed !== undefined && allowed >= (sum ?? 0)) return undefined;
  const spent = await store.spentSince(dayStart(now()));
  return questionFor(sum, spent, await settings.get());
}
