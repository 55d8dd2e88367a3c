import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { isUnasked, restsUntil } from './silence';
import { allTabs, changeToken, patchTab } from './tab-registry';
import { type HeldToken, tokens } from './tokens';

/** The pause after each refusal in a row, ms; after the last one only something new can help. */
const PAUSES_MS = [
  5 * SECOND_MS,
  15 * SECOND_MS,
  45 * SECOND_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  5 * MINUTE_MS,
  5 * MINUTE_MS,
];

/** Whether a token may be used now. One that was refused rests for a while. */
export const isUsable = ({ refusal }: HeldToken, now: number): boolean =>
  refusal === undefined || (refusal.until !== undefined && refusal.until <= now);

/**
 * The API refused what the tabs of an account give, and nothing was started by that. Tried again by
 * itself, each time after a longer pause.
 */
export async function refuseTokens(account: string, now: number): Promise<void> {
  const held = await tokens.get();
  for (const { tabId, account: owner } of await allTabs()) {
    const token = held[tabId];
    if (owner !== account || !token || !isUsable(token, now)) continue;
    await changeToken(tabId, (before) => ({ ...before, refusal: nextRefusal(before, now) }));
    await patchTab(tabId, { isRefused: true });
  }
}

function nextRefusal({ refusal }: HeldToken, now: number): HeldToken['refusal'] {
  const pause = PAUSES_MS[refusal?.times ?? 0];
  const times = (refusal?.times ?? 0) + 1;
  return { times, ...(pause !== undefined && { until: now + pause }) };
}

/** The API took this token: whatever was wrong with it is over. */
export async function acceptToken(token: string): Promise<void> {
  for (const [tabId, held] of Object.entries(await tokens.get())) {
    if (held.token !== token || !held.refusal) continue;
    await changeToken(Number(tabId), ({ refusal: _over, ...good }) => good);
    await patchTab(Number(tabId), { isRefused: false });
  }
}

/**
 * ms until the first of the refused tokens may be tried again, or a page asked that could not be
 * asked who is signed in; undefined when there is none.
 */
export async function retryIn(now: number): Promise<number | undefined> {
  const refused = Object.values(await tokens.get())
    .map(({ refusal }) => (refusal?.until ?? 0) - now)
    .filter((ms) => ms > 0);
  const unasked = (await allTabs())
    .filter(isUnasked)
    .flatMap((tab) => restsUntil(tab) ?? [])
    .map((until) => until - now);
  const waits = [...refused, ...unasked];
  return waits.length === 0 ? undefined : Math.max(SECOND_MS, Math.min(...waits));
}
