const two = (value: number): string => String(value).padStart(2, '0');

/** `mm:ss:ff` of a whole frame counted from 0: frame 168 at 24 a second is 00:07:00. */
export function timecode(frame: number, framesPerSecond: number): string {
  const seconds = Math.floor(frame / framesPerSecond);
  return [Math.floor(seconds / 60), seconds % 60, frame % framesPerSecond].map(two).join(':');
}

/** The separators people type: also a full stop, a semicolon, and the wide colon of an IME. */
const SEPARATOR = /[:;.：；。]/;

/**
 * The frame that a timecode names, from `mm:ss:ff` or `ss:ff`; undefined when it is neither, or
 * names a second past 59 or a frame that a second does not have.
 */
export function parseTimecode(text: string, framesPerSecond: number): number | undefined {
  const parts = text.trim().split(SEPARATOR);
  if (parts.length < 2 || parts.length > 3) return undefined;
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [frame = 0, second = 0, minute = 0] = parts.map(Number).reverse();
  if (second > 59 || frame >= framesPerSecond) return undefined;
  return (minute * 60 + second) * framesPerSecond + frame;
}
