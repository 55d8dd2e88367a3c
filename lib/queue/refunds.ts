import { RIVAL_MS } from '@/lib/jobs/reconcile';
import { mayGiveBack } from '@/lib/ledger/ledger';
import type { QueuePorts } from './ports';

/**
 * Whether a job of the account other than these may have given its price back since a moment, or may do
 * so now: then a balance that rose, or that did not fall, proves nothing about them. What ended does so
 * within a day after it was sent, what runs at any time: the machine may have slept for days.
 *
 * @param since when the balance was asked for that another one is compared with (epoch ms)
 */
export async function othersMayGiveBack(
  { jobs }: Pick<QueuePorts, 'jobs'>,
  account: string,
  ids: readonly string[],
  since: number,
): Promise<boolean> {
  const sent = [...(await jobs.open()), ...(await jobs.sentSince(since - RIVAL_MS))];
  return sent.some((job) => job.account === account && !ids.includes(job.id) && mayGiveBack(job));
}
