import { mayGiveBack } from '@/lib/job/ledger';
import { RIVAL_MS } from '@/lib/job/settle';
import type { QueuePorts } from './ports';

/**
 * Whether a job of the account other than these may give its price back at any moment: then a balance
 * that rose, or that did not fall, proves nothing about them.
 */
export async function othersMayGiveBack(
  { jobs, now }: Pick<QueuePorts, 'jobs' | 'now'>,
  account: string,
  ids: readonly string[],
): Promise<boolean> {
  const sent = await jobs.sentSince(now() - RIVAL_MS);
  return sent.some((job) => job.account === account && !ids.includes(job.id) && mayGiveBack(job));
}
