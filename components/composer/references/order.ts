/**
 * The same list with one entry at another place.
 *
 * @param from place of the entry, counted from 0
 * @param to place it goes to; outside of the list nothing moves
 */
export function moved<Value>(list: readonly Value[], from: number, to: number): Value[] {
  const rest = list.filter((_, index) => index !== from);
  if (rest.length === list.length || to < 0 || to >= list.length) return [...list];
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** Where a box is on the page, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Which of the boxes has its middle nearest to a point; -1 without boxes. */
export function nearest(boxes: readonly Box[], x: number, y: number): number {
  const distances = boxes.map(({ left, right, top, bottom }) =>
    Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y),
  );
  return distances.indexOf(Math.min(...distances));
}
