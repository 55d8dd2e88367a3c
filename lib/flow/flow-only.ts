import { HOUR_MS } from '@/lib/base/time';

/** So long a submit of the page with a verification counts; one without, that Flow takes, ends it at once. */
const COUNTS_MS = 7 * 24 * HOUR_MS;

/**
 * Whether only Flow's own page can start something for an account: its submits were seen to carry a
 * verification of the page's own, which is neither made nor passed on here. A page that makes this up
 * keeps things from being sent, for a week at most, and causes nothing to be.
 *
 * @param seen when that was seen last, by account (epoch ms)
 */
export function isFlowOnly(
  seen: Readonly<Record<string, number>>,
  account: string | undefined,
  now: number,
): boolean {
  const at = account === undefined ? undefined : seen[account];
  return at !== undefined && Math.abs(now - at) < COUNTS_MS;
}
