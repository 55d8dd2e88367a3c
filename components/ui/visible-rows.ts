/** Where items of known or guessed heights lie: item `i` from `[i]` to `[i + 1]`, in CSS px. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  let end = 0;
  for (const height of heights) {
    end += height;
    offsets.push(end);
  }
  return offsets;
}

/** Which items touch a stretch: from `first` up to, and without, `end`. */
export function rangeIn(
  offsets: readonly number[],
  top: number,
  bottom: number,
): { readonly first: number; readonly end: number } {
  const count = offsets.length - 1;
  const first = Math.min(count, Math.max(0, firstAbove(offsets, top) - 1));
  return { first, end: Math.min(count, Math.max(first, firstAbove(offsets, bottom))) };
}

/** Index of the first offset above a value, by halving. */
function firstAbove(offsets: readonly number[], value: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
