import type { Failure, FailureKind } from '@/lib/flow/failure';

/**
 * What follows from a submit that failed.
 *
 * - `renew`: nothing was started; the same request once more with a new token
 * - `hold`: nothing was started, and Flow said stop; the job goes back in line, the queue is held
 * - `fail`: nothing was started, and the same request would be refused again
 * - `unknown`: it may have been started; never sent again by itself
 */
export type Decision = 'renew' | 'hold' | 'fail' | 'unknown';

const DECISIONS = {
  'signed-out': 'renew',
  verification: 'hold',
  throttled: 'hold',
  quota: 'hold',
  invalid: 'fail',
  'not-found': 'fail',
  access: 'fail',
  refused: 'fail',
  content: 'fail',
  nothing: 'fail',
  server: 'unknown',
  network: 'unknown',
  unreadable: 'unknown',
  repeated: 'unknown',
  interrupted: 'unknown',
  generation: 'fail',
  fault: 'fail',
  late: 'unknown',
} as const satisfies Record<FailureKind, Decision>;

/** The one decision for each failure. What may have been started is never sent again by itself. */
export const decide = ({ kind, charged }: Failure): Decision =>
  charged === 'unknown' ? 'unknown' : DECISIONS[kind];
