/** Fewer jobs than this say little about how long one takes. */
const ENOUGH = 3;

/**
 * How long a job of a kind usually takes, in ms: the median of the user's own last ones, else an
 * estimate.
 *
 * @param tookMs how long the last jobs of that kind took, from being sent to their end
 * @param estimateMs the model's own, or what was reported
 */
export function usualMs(tookMs: readonly number[], estimateMs: number): number {
  if (tookMs.length < ENOUGH) return estimateMs;
  const sorted = tookMs.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = estimateMs, high = estimateMs] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}
