import { SECOND_MS } from '@/lib/base/time';
import type { Job } from './job';

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

interface QueueContext {
  /** Jobs that wait, oldest first. */
  readonly waiting: readonly Job[];
  /** How many are at Flow now. */
  readonly atFlow: number;
  readonly atOnce: number;
  readonly gapSeconds: number;
  /** When the last job was sent (epoch ms). */
  readonly lastSentAt: number | undefined;
}

/**
 * When a waiting job goes out (epoch ms) if nothing comes between: as many gaps from the last send as
 * its place in line. Undefined where that hangs on the end of a running job.
 */
export function goesOutAt(job: Job, context: QueueContext): number | undefined {
  const { waiting, atFlow, atOnce, gapSeconds, lastSentAt } = context;
  const index = waiting.findIndex(({ id }) => id === job.id);
  if (index < 0 || atFlow + index >= atOnce || lastSentAt === undefined) return undefined;
  return lastSentAt + gapSeconds * SECOND_MS * (index + 1);
}
