import { i18n } from '#i18n';
import type { HoldReason } from '@/lib/jobs/hold';
import type { Job, JobState } from '@/lib/jobs/job';
import { costOfAll } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { allTabs } from '@/lib/session/tab-registry';
import { ask } from '@/lib/storage/ask';
import { jobsIn } from '@/lib/storage/job-queries';
import { credits, number } from '@/lib/text/format';
import { holdText } from '@/lib/text/hold-text';
import { jobName, sourceName } from '@/lib/text/job-name';
import { listText } from '@/lib/text/list';

export interface NotificationText {
  readonly title: string;
  readonly message: string;
}

const COUNTS = [
  ['done', 'count.done'],
  ['failed', 'count.failed'],
  ['unknown', 'count.unknown'],
] as const satisfies readonly [JobState, string][];

/** A batch that has ended: what it was, how it came out, and what it cost. */
export function batchText(
  batch: readonly Job[],
  entries: readonly LedgerEntry[],
): NotificationText {
  const counts = COUNTS.flatMap(([state, key]) => {
    const count = batch.filter((job) => job.state === state).length;
    return count > 0 ? [i18n.t(key, count, [number(count)])] : [];
  });
  const outcome = listText(counts);
  return {
    title: nameOf(batch),
    message: i18n.t('notify.outcome', [outcome, chargeText(entries)]),
  };
}

/** Credits that went and those that may have: 20 credits, 10 credits not sure yet; none. */
function chargeText(entries: readonly LedgerEntry[]): string {
  const { sure, possible, possibleUnpriced: unpriced } = costOfAll(entries);
  const known = [
    ...(sure > 0 ? [i18n.t('notify.charged', [credits(sure)])] : []),
    ...(possible > 0 ? [i18n.t('notify.possible', [credits(possible)])] : []),
  ];
  if (known.length === 0) return i18n.t(unpriced > 0 ? 'notify.chargeUnknown' : 'notify.free');
  const more = unpriced > 0 ? [i18n.t('ledger.unpriced', unpriced, [number(unpriced)])] : [];
  return listText([...known, ...more]);
}

/** What holds the queue and needs the user; nothing is charged meanwhile. */
export async function holdNotification(reason: HoldReason): Promise<NotificationText> {
  const waiting = await ask((from) => jobsIn('waiting', from));
  const isRefused = (await allTabs()).some((tab) => tab.isRefused);
  const { title, text } = holdText(reason, {
    waiting,
    trouble: isRefused ? 'refused' : undefined,
  });
  return { title, message: text };
}

/** The name of the job; a batch of several has their number instead of what differs. */
export function nameOf(batch: readonly Job[]): string {
  const [job] = batch;
  if (!job) return i18n.t('name');
  return batch.length > 1
    ? i18n.t('notify.jobs', [sourceName(job), number(batch.length)])
    : jobName(job);
}
