import type { ViewStore } from '@/components/store/view-store';
import { letterOf } from './steps';

/** Keys of the whole field: I and O set the ends, Space plays, Esc goes back to both ends. */
export function onRangeKey({ playhead }: ViewStore, event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, target } = event;
  if (event.defaultPrevented || isComposing || ctrlKey || altKey || metaKey) return;
  if (key === 'Escape' && playhead.monitor.peek() !== 'closed') playhead.closeMonitor();
  else if (isText(target)) return;
  else if (key === ' ' && !presses(target)) event.repeat || playhead.togglePlay();
  else if (!shiftKey && letterOf(event) === 'i') playhead.mark('start');
  else if (!shiftKey && letterOf(event) === 'o') playhead.mark('end');
  else return;
  event.preventDefault();
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'checkbox';

/** Buttons and switches keep Space for themselves. */
const presses = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLInputElement;
