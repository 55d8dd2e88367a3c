/** Frames to continue from, both ends inclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a range may be: inside a clip of so many frames, and just so long where `length` is given. */
export interface Bounds {
  readonly frames: number;
  readonly length?: number | undefined;
}

const clamp = (frame: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, Math.round(frame)));

/** The nearest range that two handles can stand at: inside the clip, start before end. */
export function rangeInside({ start, end }: Range, frames: number): Range {
  const last = Math.max(1, frames - 1);
  const inside = clamp(start, 0, last - 1);
  return { start: inside, end: clamp(end, inside + 1, last) };
}

/** The first and the last frame that a handle can stand at. */
export function reach(end: keyof Range, range: Range, { frames, length }: Bounds): Range {
  const last = Math.max(1, frames - 1);
  if (length !== undefined)
    return end === 'start'
      ? { start: 0, end: Math.max(0, frames - length) }
      : { start: Math.min(last, length - 1), end: last };
  return end === 'start' ? { start: 0, end: range.end - 1 } : { start: range.start + 1, end: last };
}

/** The range with one handle moved to a frame, as far as it can go; a window moves as one. */
export function handleMoved(range: Range, end: keyof Range, to: number, bounds: Bounds): Range {
  const can = reach(end, range, bounds);
  const frame = clamp(to, can.start, can.end);
  return bounds.length === undefined
    ? { ...range, [end]: frame }
    : windowAt(end, frame, bounds.length);
}

/** The window of so many frames that starts, or ends, at a frame; it may lie outside the clip. */
export const windowAt = (end: keyof Range, frame: number, length: number): Range =>
  end === 'start'
    ? { start: frame, end: frame + length - 1 }
    : { start: frame - length + 1, end: frame };

/** The whole range moved by so many frames, as far as the clip goes. */
export function rangeMoved({ start, end }: Range, by: number, frames: number): Range {
  const to = clamp(start + by, 0, Math.max(0, frames - 1 - (end - start)));
  return { start: to, end: to + end - start };
}

/** The range that starts, or ends, at a frame: an end in the way is pushed along as it was. */
export function rangeMarked(range: Range, end: keyof Range, at: number, bounds: Bounds): Range {
  const isFree =
    bounds.length === undefined && (end === 'start' ? at < range.end : at > range.start);
  return isFree
    ? { ...range, [end]: clamp(at, 0, bounds.frames - 1) }
    : rangeMoved(range, at - range[end], bounds.frames);
}
