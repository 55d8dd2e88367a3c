import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { LiveTab } from '@/lib/storage/items';

/** Longer than a question waits for its answer. */
const REST_MS = 20 * SECOND_MS;
const REST_AT_MOST_MS = 5 * MINUTE_MS;
/** Silent for so long, only a word of the page itself can help. */
const GIVEN_UP_MS = HOUR_MS;

/** Whether nobody knows yet if that page is signed in: it could not be asked. */
export const isUnasked = ({ signedIn, hasRunOut }: LiveTab): boolean =>
  !signedIn && hasRunOut === undefined;

/**
 * Until when a page is left alone that was asked in vain: ever longer, the longer nothing is heard of
 * it, so that what waits for others does not wait for it again and again.
 *
 * @returns epoch ms; 0 where it may be asked, undefined where only the page itself can end it
 */
export function restsUntil({ silentAt, seenAt }: LiveTab): number | undefined {
  if (silentAt === undefined) return 0;
  const silence = silentAt - seenAt;
  if (silence > GIVEN_UP_MS) return undefined;
  return silentAt + Math.min(REST_AT_MOST_MS, Math.max(REST_MS, silence));
}

/** Whether a page may be asked now. */
export function mayBeAsked(tab: LiveTab, now: number): boolean {
  const until = restsUntil(tab);
  return until !== undefined && until <= now;
}
