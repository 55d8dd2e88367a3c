import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { holdSeen } from '@/lib/storage/items';
import type { LiveItems } from './live-items';
import type { LiveJobs } from './live-jobs';
import type { Network } from './network';

/** What stops everything for a while, and which time: another time is another card. */
interface Cause {
  readonly kind: 'offline' | 'verification';
  readonly since: number;
}

export interface Stop {
  /** The stop that has a card in place of the composer. None while it began in the middle of typing. */
  readonly kind: ReadonlySignal<Cause['kind'] | undefined>;
  /** The card of this hold was read: from now on a note under the composer says it. */
  readonly dismissHold: () => void;
}

/** Whether a card stands in place of the composer because nothing can go on. */
export function createStop(
  { isOnline }: Network,
  { hold }: LiveJobs,
  { holdSeen: seen }: LiveItems,
): Stop {
  const spared = signal<Cause | undefined>(undefined);

  const cause = computed<Cause | undefined>(() => {
    if (!isOnline.value) return { kind: 'offline', since: 0 };
    const held = hold.value;
    const isNew = seen.value !== undefined && seen.value !== held?.since;
    return held?.reason === 'verification' && isNew
      ? { kind: 'verification', since: held.since }
      : undefined;
  });

  effect(() => {
    const now = cause.value;
    if (isSame(now, spared.peek())) return;
    spared.value = now && isWriting() ? now : undefined;
  });

  return {
    kind: computed(() => (isSame(cause.value, spared.value) ? undefined : cause.value?.kind)),
    dismissHold() {
      const since = hold.peek()?.since;
      if (since !== undefined) holdSeen.set(since).catch((error: unknown) => warn('hold', error));
    },
  };
}

const isSame = (one: Cause | undefined, other: Cause | undefined): boolean =>
  one?.kind === other?.kind && one?.since === other?.since;

const isWriting = (): boolean =>
  document.activeElement?.matches('textarea, input:not([type="radio"], [type="checkbox"])') ??
  false;
