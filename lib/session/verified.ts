import { HOUR_MS } from '@/lib/base/time';
import { isFlowOnly } from '@/lib/flow/flow-only';
import { verifiedAt } from '@/lib/storage/items';

/** That a verification was seen once more is stored no more often than this. */
const STORED_EVERY_MS = HOUR_MS;
/** More accounts than anybody has in one browser. */
const ACCOUNTS_AT_MOST = 20;

/**
 * Takes in whether a submit of the page carried a verification of the page's own.
 *
 * @param isVerified undefined where it says nothing of that
 * @param now epoch ms
 * @returns whether something may go out now that could not
 */
export async function noteVerified(
  account: string | undefined,
  isVerified: boolean | undefined,
  now: number,
): Promise<boolean> {
  if (account === undefined || isVerified === undefined) return false;
  const seen = await verifiedAt.get();
  const { [account]: at = Number.NEGATIVE_INFINITY } = seen;
  const isKnown = isVerified ? Math.abs(now - at) < STORED_EVERY_MS : !(account in seen);
  if (isKnown) return false;
  await verifiedAt.change(({ [account]: _, ...others }) => {
    const kept = Object.entries(others).slice(1 - ACCOUNTS_AT_MOST);
    return Object.fromEntries(isVerified ? [...kept, [account, now]] : kept);
  });
  return !isVerified && isFlowOnly(seen, account, now);
}
