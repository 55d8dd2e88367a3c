import { SECOND_MS } from '@/lib/base/time';
import type { Job } from './job';

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
