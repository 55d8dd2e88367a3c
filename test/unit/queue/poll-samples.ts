import type { OperationState } from '@/lib/flow/operation-state';
import type { StatusOutcome } from '@/lib/labs/client';
import { createPoll } from '@/lib/queue/poll-running';
import type { QueuePorts } from '@/lib/queue/ports';
import { JOBS, uuid } from '../../samples/jobs';

/** One poll by itself: what it has learned is forgotten after it. */
export const pollRunning = (ports: QueuePorts) => createPoll(ports)();

/** A job that runs, with an operation of its own. */
export const job = (n: number, account = 'ada') => ({
  ...JOBS.running,
  deadlineAt: 10_000_000,
  id: uuid(n),
  account,
  operation: `op${n}`,
});

/** What Flow says of that job’s operation. */
export const state = (n: number, own: Partial<OperationState> = {}): OperationState => ({
  name: `op${n}`,
  status: 'ACTIVE',
  progress: 'running',
  ...own,
});

export const answer = (...operations: OperationState[]): StatusOutcome => ({
  type: 'answered',
  operations,
});

export const failure = (
  kind: 'network' | 'signed-out' | 'not-found' | 'throttled' | 'invalid',
  own = {},
): StatusOutcome => ({
  type: 'failed',
  failure: { kind, charged: 'unknown', ...own },
});
