import * as z from 'zod/mini';
import { ACTIONS } from '@/lib/flow/action';
import type { Failure } from '@/lib/flow/failure';
import { titleSchema } from '@/lib/flow/readable-title';
import type { Job } from '@/lib/jobs/job';
import { mayHaveClip } from '@/lib/jobs/reconcile';
import type { JobEvent } from '@/lib/jobs/transition';
import { type Cost, costOfAll, mostOf } from './cost';

/** One submit that went out, and what became of the money. Credits and epoch ms. */
export const ledgerSchema = z.object({
  /** Job and moment: a job that goes back in line is sent again under another entry. */
  id: z.string(),
  jobId: z.guid(),
  at: z.number(),
  account: z.string(),
  action: z.enum(ACTIONS),
  sceneId: z.guid(),
  title: titleSchema,
  /** What the button said; absent where the price was unknown. */
  price: z.optional(z.number()),
  balanceBefore: z.optional(z.number()),
  balanceAfter: z.optional(z.number()),
  /** Another paid job of the account was out: what that gives back may hide what this one takes. */
  isShared: z.optional(z.boolean()),
  charged: z.enum(['yes', 'no', 'unknown']),
  /** What the balance lost by it, where both balances are known. */
  credits: z.optional(z.number()),
});

export type LedgerEntry = z.infer<typeof ledgerSchema>;

export const ledgerId = (job: Job): string => `${job.id}@${job.sentAt ?? 0}`;

/**
 * Whether Flow may still give back what a job has cost: while it runs, and also when it was
 * cancelled at Flow, forgotten, or failed without a word about the money.
 */
export function mayGiveBack(job: Job): boolean {
  if (job.price === 0 || job.state === 'done' || job.state === 'submitting') return false;
  return mayHaveClip(job) || (job.state === 'failed' && job.failure.charged === 'unknown');
}

/**
 * The entry of a submit that is about to go out: until an answer comes, nobody knows.
 *
 * @param isShared another job of the account may give its price back meanwhile
 */
export const openEntry = (
  job: Job,
  now: number,
  balance: number | undefined,
  isShared = false,
): LedgerEntry => ({
  id: ledgerId(job),
  jobId: job.id,
  at: now,
  account: job.account,
  action: job.request.action,
  sceneId: job.request.sceneId,
  title: job.title,
  ...(job.price !== undefined && { price: job.price }),
  ...(balance !== undefined && { balanceBefore: balance }),
  ...(isShared && { isShared }),
  charged: 'unknown',
});

/**
 * What an event says about the money of a submit.
 *
 * A refusal proves that nothing was charged. Once Flow has taken a job, the balance of its answer
 * shows what it took; less than the price only where no other job can have given its own back.
 * Without a sure balance it stays unknown until there is a clip; then the expected price is
 * believed. A generation that failed was not billed in the one report that measured it, which is no
 * proof: only a balance that never moved or came back is.
 *
 * @param balance credits named in the very answer that brought the event
 */
export function settleEntry(
  entry: LedgerEntry,
  event: JobEvent,
  balance: number | undefined,
): LedgerEntry {
  switch (event.type) {
    case 'refused':
    case 'postponed':
      return { ...entry, charged: 'no', credits: 0 };
    case 'accepted':
      return taken(entry, balance);
    case 'finished':
      return entry.charged === 'unknown' ? made(taken(entry, balance)) : entry;
    case 'broke':
      return showsNoCharge(entry, event.failure) ? { ...entry, charged: 'no', credits: 0 } : entry;
    default:
      return entry;
  }
}

/** Whether a balance shows that a generation which failed took nothing, or gave it back. */
export const showsNoCharge = (entry: LedgerEntry | undefined, failure: Failure): boolean =>
  failure.charged === 'no' || entry?.credits === 0;

function taken(entry: LedgerEntry, balance: number | undefined): LedgerEntry {
  const { balanceBefore, price } = entry;
  const lost =
    balance === undefined || balanceBefore === undefined ? undefined : balanceBefore - balance;
  const least = entry.isShared ? (price ?? Number.POSITIVE_INFINITY) : 0;
  const credits = lost !== undefined && lost >= least ? lost : undefined;
  return {
    ...entry,
    ...(balance !== undefined && { balanceAfter: balance }),
    ...(credits !== undefined && { credits }),
    charged: chargedBy(credits, price),
  };
}

/** There is a clip, so its price is believed where no balance has shown what it cost. */
function made(entry: LedgerEntry): LedgerEntry {
  const { credits, price } = entry;
  if (entry.charged !== 'unknown' || credits !== undefined || price === undefined) return entry;
  return { ...entry, credits: price, charged: price > 0 ? 'yes' : 'no' };
}

/** A price that has not moved the balance yet may still do so. */
function chargedBy(credits: number | undefined, price: number | undefined): LedgerEntry['charged'] {
  if (credits === undefined) return 'unknown';
  if (credits > 0) return 'yes';
  return price !== undefined && price > 0 ? 'unknown' : 'no';
}

/** What went, or may have gone, since a moment: what a daily limit counts. */
export const costSince = (entries: readonly LedgerEntry[], since: number): Cost =>
  costOfAll(entries.filter(({ at }) => at >= since));

/** The same in credits, as far as prices are known. */
export const spentSince = (entries: readonly LedgerEntry[], since: number): number =>
  mostOf(costSince(entries, since));

/** Midnight of the user's own day (epoch ms). */
export function dayStart(now: number): number {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}
