import { type JobEvent, transition } from '@/lib/job/transition';
import type { Changed, Extras, QueuePorts } from './ports';

/**
 * Applies an event to the job as it is stored now, and stores what becomes of it before anything
 * else happens. Two events at the same time are no danger: the second sees the first one's state.
 *
 * @returns the job as stored, and whether the event meant something to it
 */
export const dispatch = (
  ports: Pick<QueuePorts, 'jobs' | 'now'>,
  id: string,
  event: JobEvent,
  extras?: Extras,
): Promise<Changed | undefined> =>
  ports.jobs.update(id, (job) => transition(job, event, ports.now()).job, extras);
