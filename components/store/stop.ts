import { computed, effect, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { holdSeen } from '@/lib/store/items';
import { liveItem } from './live';
import { hold } from './live-jobs';
import { isOnline } from './online';

/** What stops everything for a while, and which time: another time is another card. */
interface Stop {
  readonly kind: 'offline' | 'verification';
  readonly since: number;
}

const seen = liveItem(holdSeen);
const spared = signal<Stop | undefined>(undefined);

const cause = computed<Stop | undefined>(() => {
  if (!isOnline.value) return { kind: 'offline', since: 0 };
  const held = hold.value;
  const isNew = seen.value !== undefined && seen.value !== held?.since;
  return held?.reason === 'verification' && isNew
    ? { kind: 'verification', since: held.since }
    : undefined;
});

const isSame = (one: Stop | undefined, other: Stop | undefined): boolean =>
  one?.kind === other?.kind && one?.since === other?.since;

/** The stop that has a card in place of the composer. None while it began in the middle of typing. */
export const stop = computed<Stop['kind'] | undefined>(() =>
  isSame(cause.value, spared.value) ? undefined : cause.value?.kind,
);

/** The card of this hold was read: from now on a note under the composer says it. */
export function dismissHold(): void {
  const since = hold.peek()?.since;
  if (since !== undefined) holdSeen.set(since).catch((error: unknown) => warn('hold', error));
}

const isWriting = (): boolean =>
  document.activeElement?.matches('textarea, input:not([type="radio"], [type="checkbox"])') ??
  false;

effect(() => {
  const now = cause.value;
  if (isSame(now, spared.peek())) return;
  spared.value = now && isWriting() ? now : undefined;
});
