import { i18n } from '#i18n';
import type { HoldReason } from '@/lib/job/hold';
import type { Job, JobState } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { chargeOf } from '@/lib/job/notice';
import { database } from '@/lib/store/database';

interface Words {
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
  const { sure, perhaps } = chargeOf(entries);
  const money = [
    ...(sure > 0 ? [i18n.t('notify.charged', [credits(sure)])] : []),
    ...(perhaps === undefined ? [i18n.t('notify.chargeUnknown')] : []),
    ...(perhaps !== undefined && perhaps > 0 ? [i18n.t('notify.perhaps', [credits(perhaps)])] : []),
  ];
  const cost = money.length > 0 ? money.join(i18n.t('list.comma')) : i18n.t('notify.free');
  const outcome = counts.join(i18n.t('list.comma'));
  return { title: nameOf(batch), message: i18n.t('notify.outcome', [outcome, cost]) };
}

/** A result that could not be saved by itself. */
export const unsavedWords = (job: Job): Words => ({
  title: nameOf([job]),
  message: i18n.t('notify.unsaved'),
});

/** What holds the queue and needs the person; nothing is charged meanwhile. */
export async function holdWords(reason: HoldReason): Promise<Words> {
  const waiting = await database.jobs.where({ state: 'waiting' }).count();
  const count: [string] = [number(waiting)];
  switch (reason) {
    case 'verification':
      return { title: i18n.t('hold.verification'), message: i18n.t('hold.verificationText') };
    case 'quota':
      return { title: i18n.t('hold.quota'), message: i18n.t('hold.quotaText') };
    case 'limit':
      return { title: i18n.t('hold.limitGone'), message: i18n.t('hold.limitText', waiting, count) };
    case 'no-credits':
      return { title: i18n.t('hold.noCredits'), message: i18n.t('hold.noCreditsText') };
    case 'moved':
      return { title: i18n.t('hold.moved'), message: i18n.t('hold.movedText') };
    default:
      return {
        title: i18n.t('hold.signedOut', waiting, count),
        message: i18n.t('hold.signedOutText'),
      };
  }
}

/** Verb and object: Reshoot “Witch lands”, Orbit left. A batch of several has their number instead. */
function nameOf(batch: readonly Job[]): string {
  const [job] = batch;
  if (!job) return i18n.t('name');
  const { request, title } = job;
  const quoted = i18n.t('job.quoted', [Array.from(title).slice(0, 60).join('')]);
  const name = i18n.t('job.name', [i18n.t(`verb.${request.action}`), quoted]);
  if (batch.length > 1) return i18n.t('notify.jobs', [name, number(batch.length)]);
  return request.action === 'reshoot'
    ? i18n.t('job.withMove', [name, i18n.t(`move.${request.move}`)])
    : name;
}

const number = (value: number): string => new Intl.NumberFormat(i18n.t('lang')).format(value);
const credits = (amount: number): string => i18n.t('credits', amount, [number(amount)]);
