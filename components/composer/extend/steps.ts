const LEAP = 10;

/** Where a key brings a slider: by so many frames, or to one end of what it can reach. */
export type Step = number | 'first' | 'last';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Arrows move by one frame, with Shift and by page by ten; undefined for any other key. */
export function stepOf(
  { key, shiftKey, ctrlKey, altKey, metaKey }: Pressed,
  isRightToLeft: boolean,
): Step | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const by = shiftKey ? LEAP : 1;
  const right = isRightToLeft ? -by : by;
  const steps = new Map<string, Step>([
    ['ArrowRight', right],
    ['ArrowLeft', -right],
    ['ArrowUp', by],
    ['ArrowDown', -by],
    ['PageUp', LEAP],
    ['PageDown', -LEAP],
    ['Home', 'first'],
    ['End', 'last'],
  ]);
  return steps.get(key);
}

/** The letter of a key, also on a keyboard that writes another script. */
export const letterOf = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
