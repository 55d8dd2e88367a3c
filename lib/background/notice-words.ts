import { i18n } from '#i18n';
import { costOfAll } from '@/lib/job/cost';
import type { HoldReason } from '@/lib/job/hold';
import type { Job, JobState } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { allTabs } from '@/lib/session/tab-registry';
import { database } from '@/lib/store/database';
import { jobName, sourceName } from '@/lib/text/job-name';

export interface Words {
  readonly title: string;
  readonly message: string;
}

const COUNTS = [
  ['done', 'count.done'],
  ['failed', 'count.failed'],
  ['unknown', 'count.unknown'],
] as const satisfies readonly [JobState, string][];

/** A batch that has ended: what it was, how it came out, and what it cost. */
export function batchWords(batch: readonly Job[], entries: readonly LedgerEntry[]): Words {
  const counts = COUNTS.flatMap(([state, key]) => {
    const count = batch.filter((job) => job.state === state).length;
    return count > 0 ? [i18n.t(key, [number(count)])] : [];
  });
  const outcome = counts.join(i18n.t('list.comma'));
  return {
    title: nameOf(batch),
    message: i18n.t('notify.outcome', [outcome, chargeWords(entries)]),
  };
}

/** Credits that went and those that may have: 20 credits, 10 credits not sure yet; none. */
function chargeWords(entries: readonly LedgerEntry[]): string {
  const { sure, possible, possibleUnpriced: unpriced } = costOfAll(entries);
  const known = [
    ...(sure > 0 ? [i18n.t('notify.charged', [credits(sure)])] : []),
    ...(possible > 0 ? [i18n.t('notify.possible', [credits(possible)])] : []),
  ];
  if (known.length === 0) return i18n.t(unpriced > 0 ? 'notify.chargeUnknown' : 'notify.free');
  const more = unpriced > 0 ? [i18n.t('ledger.unpriced', unpriced, [number(unpriced)])] : [];
  return [...known, ...more].join(i18n.t('list.comma'));
}

/** What holds the queue and needs the person; nothing is charged meanwhile. */
export async function holdWords(reason: HoldReason): Promise<Words> {
  const waiting = await database.jobs.where({ state: 'waiting' }).count();
  const count: [string] = [number(waiting)];
  switch (reason) {
    case 'verification':
      return { title: i18n.t('hold.verification'), message: i18n.t('hold.verificationText') };
    case 'quota':
      return { title: i18n.t('hold.quota'), message: i18n.t('hold.quotaText') };
    case 'trouble':
      return { title: i18n.t('hold.trouble'), message: i18n.t('hold.troubleText') };
    case 'outage':
      return { title: i18n.t('hold.outage'), message: i18n.t('hold.outageText') };
    case 'refused':
      return { title: i18n.t('hold.refused'), message: i18n.t('hold.refusedText') };
    case 'limit':
      return { title: i18n.t('hold.limitGone'), message: i18n.t('hold.limitText', waiting, count) };
    case 'no-credits':
      return { title: i18n.t('hold.noCredits'), message: i18n.t('hold.noCreditsText') };
    case 'moved':
      return { title: i18n.t('hold.moved'), message: i18n.t('hold.movedText') };
    default:
      if ((await allTabs()).some(({ isRefused }) => isRefused))
        return { title: i18n.t('hold.tokenRefused'), message: i18n.t('hold.tokenRefusedText') };
      return {
        title: i18n.t('hold.signedOut', waiting, count),
        message: i18n.t('hold.signedOutText'),
      };
  }
}

/** The name of the job; a batch of several has their number instead of what differs. */
export function nameOf(batch: readonly Job[]): string {
  const [job] = batch;
  if (!job) return i18n.t('name');
  return batch.length > 1
    ? i18n.t('notify.jobs', [sourceName(job), number(batch.length)])
    : jobName(job);
}

const number = (value: number): string => new Intl.NumberFormat(i18n.t('lang')).format(value);
const credits = (amount: number): string => i18n.t('credits', amount, [number(amount)]);
