import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';

/**
 * Run once when the worker wakes, before anything is sent: a job found in the middle of a submit
 * may have been started, so it becomes unknown and is never sent again by itself. Waiting and
 * running jobs simply go on.
 */
export async function recover(ports: QueuePorts): Promise<void> {
  for (const job of await ports.jobs.open())
    if (job.state === 'submitting') await dispatch(ports, job.id, { type: 'woke' });
}
