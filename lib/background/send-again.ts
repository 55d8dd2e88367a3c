import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import type { Consent } from '@/lib/drafts/consent';
import { priceToExpect, sum } from '@/lib/drafts/price';
import type { LearnedModels } from '@/lib/flow/models';
import { canGoAgain, coreOf, type Job, type JobIn } from '@/lib/jobs/job';
import type { AnswerOf } from '@/lib/messaging/protocol';
import { learnedModels } from '@/lib/storage/items';
import type { JobStore } from '@/lib/storage/job-store';
import type { QueueRunner } from './queue-runner';
import { allowedBy, ask } from './send-draft';

export interface SendAgainUses {
  readonly store: Pick<JobStore, 'some' | 'addAgain' | 'costSince'>;
  readonly runner: Pick<QueueRunner, 'wake'>;
  readonly now: () => number;
}

/**
 * Makes new jobs of the same requests after ends without a result, as one batch. Each has a sceneId
 * of its own and names the job that it sends again, which happens once: pressing again makes nothing
 * more.
 *
 * @param allowed what the user has said yes to
 */
export async function sendAgain(
  uses: SendAgainUses,
  jobIds: readonly string[],
  allowed: Consent = {},
): Promise<AnswerOf<'again'>> {
  const { store, runner, now } = uses;
  const ended = (await store.some(jobIds)).filter(canGoAgain);
  if (ended.length === 0) return { ok: false, refusal: 'not-found' };
  const batchId = newId();
  const learned = await learnedModels.get();
  const next = ended.map((job, index) => anew(job, learned, batchId, now() + index));
  const question = await ask(uses, next, allowed, sum(ended.map(({ price }) => price)));
  if (question) return { ok: false, refusal: 'limit', question };
  try {
    const jobs = await store.addAgain(next.map((job) => allowedBy(allowed, job)));
    runner.wake();
    return { ok: true, jobs };
  } catch (error) {
    warn('send again', error);
    return { ok: false, refusal: 'store-refused' };
  }
}

type Successor = JobIn<'waiting'> & { readonly againOf: string };

/** At today's price: it may have risen since the job was made. */
function anew(job: Job, learned: LearnedModels, batchId: string, createdAt: number): Successor {
  const { sentAt: _sentAt, outcomeAt: _outcomeAt, allowed: _allowed, ...core } = coreOf(job);
  const id = newId();
  const price = priceToExpect(core.request, learned) ?? core.price;
  return {
    ...core,
    ...(price !== undefined && { price }),
    id,
    batchId,
    againOf: job.id,
    request: { ...core.request, sceneId: id },
    createdAt,
    state: 'waiting',
  };
}
