import type { QueuePorts } from './ports';
import { endSubmits } from './settle-submit';

/**
 * Run once when the worker wakes, before anything is sent: nobody knows what Flow said to a submit that
 * is found half done. Waiting and running jobs simply go on.
 */
export const recover = (ports: QueuePorts): Promise<void> => endSubmits(ports, new Map());
