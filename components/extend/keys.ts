import { closeMonitor, mark, monitor, togglePlay } from './playhead';

const LEAP = 10;

/** Where a key brings a slider: by so many frames, or to one end of what it can reach. */
export type Step = number | 'first' | 'last';

/** Arrows move by one frame, with Shift and by page by ten; undefined for any other key. */
export function stepOf(
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
  isRightToLeft: boolean,
): Step | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const by = shiftKey ? LEAP : 1;
  const right = isRightToLeft ? -by : by;
  const steps: Record<string, Step> = {
    ArrowRight: right,
    ArrowLeft: -right,
    ArrowUp: by,
    ArrowDown: -by,
    PageUp: LEAP,
    PageDown: -LEAP,
    Home: 'first',
    End: 'last',
  };
  return steps[key];
}

/** The letter of a key, also on a keyboard that writes another script. */
export const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();

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
