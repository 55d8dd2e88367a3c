import { newId, randomSeed } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { type Consent, stillAsked } from '@/lib/drafts/consent';
import { type Draft, upscaleIds } from '@/lib/drafts/draft';
import type { BatchPrice, Question } from '@/lib/drafts/limits';
import { makeJobs } from '@/lib/drafts/make-jobs';
import { isSameOffer, jobsOffer, type Offer } from '@/lib/drafts/offer';
import { namedPrice, sum } from '@/lib/drafts/price';
import { withDraft } from '@/lib/drafts/recent';
import { validate } from '@/lib/drafts/validate';
import { isFlowOnly } from '@/lib/flow/flow-only';
import { isOurs, type LearnedModels } from '@/lib/flow/models';
import type { JobIn } from '@/lib/jobs/job';
import { dayStart } from '@/lib/ledger/ledger';
import type { AnswerOf } from '@/lib/messaging/protocol';
import { oneTab } from '@/lib/session/tab-registry';
import { learnedModels, recent, settings, verifiedAt } from '@/lib/storage/items';
import type { JobStore } from '@/lib/storage/job-store';
import type { Library } from '@/lib/storage/library';
import { keepPicture } from './pictures';
import type { QueueRunner } from './queue-runner';

const chance = { newId, randomSeed };

/** What a question about limits needs to know. */
interface AskUses {
  readonly store: Pick<JobStore, 'costSince'>;
  readonly now: () => number;
}

export interface SendUses extends AskUses {
  readonly store: Pick<JobStore, 'hasBatch' | 'add' | 'costSince'>;
  readonly library: Pick<Library, 'some'>;
  readonly runner: Pick<QueueRunner, 'wake'>;
}

interface BatchOrder {
  /** Names the batch: the same one again makes nothing more. */
  readonly batchId: string;
  readonly draft: Draft;
  /** What the user has read and said yes to. */
  readonly offer?: Offer | undefined;
  /** What the user has said yes to. */
  readonly allowed?: Consent | undefined;
  /** How long the jobs wait at least, so that they can be taken back. */
  readonly takeBackMs?: number;
}

/**
 * Makes and stores the jobs of a draft; nothing is sent before they are on the disk.
 *
 * @returns `changed` where what would be sent is not what the button showed
 */
export async function sendDraft(
  uses: SendUses,
  tabId: number,
  { batchId, draft, offer, allowed = {}, takeBackMs = 0 }: BatchOrder,
): Promise<AnswerOf<'send'>> {
  const { store, library, runner, now } = uses;
  if (await store.hasBatch(batchId)) return { ok: true, jobs: 0 };
  const tab = await oneTab(tabId);
  const ids = [...draft.imageIds, ...upscaleIds(draft)];
  const media = await library.some(ids);
  const learned = await learnedModels.get();
  const ready = validate(draft, {
    tab,
    isFlowOnly: isFlowOnly(await verifiedAt.get(), tab?.account, now()),
    media: (id) => media.get(id),
  });
  if (!ready.ok) return { ok: false, problems: ready.failure };
  const jobs = makeJobs(ready.value, { batchId, learned }, chance, now());
  const offered = jobsOffer(jobs, learned);
  if (offer && !isSameOffer(offer, offered)) return { ok: false, problems: [], changed: offered };
  const question = await ask(uses, jobs, allowed);
  if (question) return { ok: false, problems: [], question };
  let added: number;
  try {
    added = await store.add(
      jobs.map((job) => waitsFor(takeBackMs, allowedBy(allowed, job))),
      batchId,
    );
  } catch (error) {
    warn('send', error);
    return { ok: false, problems: [], refusal: 'store-refused' };
  }
  runner.wake();
  void remember(draft);
  for (const id of ids) void keepPicture(media.get(id));
  return { ok: true, jobs: added };
}

const waitsFor = (ms: number, job: JobIn<'waiting'>): JobIn<'waiting'> =>
  ms === 0 ? job : { ...job, notBefore: job.createdAt + ms };

async function remember(draft: Draft): Promise<void> {
  try {
    await recent.change((before) => withDraft(before, draft));
  } catch (error) {
    warn('recent', error);
  }
}

/**
 * The day's limit lets a job pass where the user has said yes to what the day comes to with it, or to
 * that nobody can know.
 */
export function allowedBy<Job extends JobIn<'waiting'>>(
  { day, price = false, spent = false }: Consent,
  job: Job,
): Job {
  const isUnknown = price && job.price === undefined;
  return day !== undefined || spent || isUnknown ? { ...job, allowed: true } : job;
}

/**
 * What the user has to confirm before these jobs may be made; nothing once they have.
 *
 * @param read the sum that they have read (credits), where they may have read it long ago
 */
export async function ask(
  { store, now }: AskUses,
  jobs: readonly JobIn<'waiting'>[],
  allowed: Consent,
  read?: number,
): Promise<Question | undefined> {
  const price = { ...priceOf(jobs, await learnedModels.get()), read };
  const spent = await store.costSince(dayStart(now()));
  return stillAsked(price, spent, await settings.get(), allowed);
}

/** What jobs cost together, by their own prices and by the page's list. */
const priceOf = (jobs: readonly JobIn<'waiting'>[], learned: LearnedModels): BatchPrice => ({
  sum: sum(jobs.map(({ price }) => price)),
  named: sum(jobs.map(({ request }) => namedPrice(request, learned))),
  isKnown: jobs.every(({ request }) => isOurs(request.modelKey)),
});
