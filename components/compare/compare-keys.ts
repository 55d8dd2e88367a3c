import type { Signal } from '@preact/signals';
import type { ViewStore } from '@/components/store/view-store';
import { closeByEscape } from '../ui/popover';
import type { SyncedPlayer } from './synced-player';
import type { TakeReview } from './take-review';

interface Keyed {
  readonly player: SyncedPlayer;
  /** What the user says of the take; absent where clips are only looked at. */
  readonly review?: TakeReview;
  /** Whether the left one is held in front, where there are two. */
  readonly isHeld?: Signal<boolean>;
}

const LEAP = 10;

/** Keys of clips on one clock while the focus is anywhere in them. A control's own keys stay its own. */
export function onPlayerKey(event: KeyboardEvent, keyed: Keyed): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey) return;
  if (target instanceof HTMLSelectElement) return;
  const { player, review, isHeld } = keyed;
  const frame = player.frame.peek();
  const by = shiftKey ? LEAP : 1;
  const moves: Record<string, () => void> = {
    ArrowLeft: () => player.show(frame - by),
    ArrowRight: () => player.show(frame + by),
    Home: () => player.show(0),
    End: () => player.show(player.last.peek()),
  };
  const letters: Record<string, () => void> = {
    ...(review && { k: () => void review.keep(), x: () => void review.discard() }),
    ...(isHeld && {
      s: () => {
        isHeld.value = true;
      },
    }),
  };
  const isInput = target instanceof HTMLInputElement;
  const isSlider = isInput && target.type === 'range';
  const play = isSlider || !(isInput || target instanceof HTMLButtonElement);
  const act =
    (isInput ? undefined : moves[key]) ??
    letters[key.toLowerCase()] ??
    (key === ' ' && play ? player.toggle : undefined);
  if (!act) return;
  event.preventDefault();
  if (!event.repeat || key in moves) act();
}

/** Esc leads back, wherever the focus is. */
export function onEscape({ navigation }: ViewStore, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || closeByEscape(event)) return;
  event.preventDefault();
  navigation.leaveCompare();
}
