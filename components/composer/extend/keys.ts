import { closeMonitor, mark, monitor, togglePlay } from './playhead-state';
import { letterOf } from './steps';

/** Keys of the whole field: I and O set the ends, Space plays, Esc goes back to both ends. */
export function onRangeKey(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, target } = event;
  if (event.defaultPrevented || isComposing || ctrlKey || altKey || metaKey) return;
  if (key === 'Escape' && monitor.peek() !== 'closed') closeMonitor();
  else if (isText(target)) return;
  else if (key === ' ' && !presses(target)) event.repeat || togglePlay();
  else if (!shiftKey && letterOf(event) === 'i') mark('start');
  else if (!shiftKey && letterOf(event) === 'o') mark('end');
  else return;
  event.preventDefault();
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'checkbox';

/** Buttons and switches keep Space for themselves. */
const presses = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLInputElement;
