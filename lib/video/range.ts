/** Frames to continue from, both ends inclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The nearest range that two handles can stand at: inside the clip, start before end. */
export function rangeInside({ start, end }: Range, frames: number): Range {
  const last = Math.max(1, frames - 1);
  const clamp = (frame: number, low: number, high: number) =>
    Math.min(high, Math.max(low, Math.round(frame)));
  const inside = clamp(start, 0, last - 1);
  return { start: inside, end: clamp(end, inside + 1, last) };
}

/** A range with one end moved by so many frames, as far as the other end and the clip allow. */
export function rangeLeapt(range: Range, end: keyof Range, by: number, frames: number): Range {
  const { start, end: stop } = range;
  return end === 'start'
    ? { start: Math.min(Math.max(0, start + by), stop - 1), end: stop }
    : { start, end: Math.max(start + 1, Math.min(stop + by, frames - 1)) };
}
