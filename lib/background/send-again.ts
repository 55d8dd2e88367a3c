import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { coreOf } from '@/lib/job/job';
import type { Answers } from '@/lib/message/answers';
import type { Background } from './parts';
import { ask } from './send-draft';

/**
 * Makes a new job of the same request after an end without a result. It has a sceneId of its own
 * and names the job that it sends again, which happens once: pressing again makes nothing more.
 */
export async function sendAgain(
  background: Background,
  jobId: string,
  allowed: number | undefined,
): Promise<Answers['again']> {
  const { store, heart, now } = background;
  const job = await store.get(jobId);
  if (job?.state !== 'failed' && job?.state !== 'unknown')
    return { ok: false, refusal: 'not-found' };
  const { sentAt: _sentAt, allowed: _allowed, ...core } = coreOf(job);
  const id = newId();
  const next = {
    ...core,
    id,
    batchId: newId(),
    againOf: job.id,
    request: { ...core.request, sceneId: id },
    createdAt: now(),
    state: 'waiting' as const,
  };
  const question = await ask(background, [next], allowed);
  if (question) return { ok: false, refusal: 'limit', question };
  try {
    await store.addAgain(allowed === undefined ? next : { ...next, allowed: true });
  } catch (error) {
    warn('send again', error);
    return { ok: false, refusal: 'store-refused' };
  }
  heart.beat();
  return { ok: true };
}
