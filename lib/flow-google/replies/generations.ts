import { readEntries } from '@/lib/base/lenient';
import type { OperationState } from '@/lib/flow/operation-state';
import { ACTIVE, FAILED, PENDING, progressOf, SUCCESSFUL, statusOfNumber } from '@/lib/flow/status';
import { at, wholeAt } from '../positions';
import { type FlowRecord, mediaOfRecord, readRecord } from '../record';
import { readWorkflow, type Workflow } from '../workflow';

/** Records of an answer that says how generations stand. */
export interface Generations {
  readonly records: readonly FlowRecord[];
  /** Tiles that a submit has made. */
  readonly workflows: readonly Workflow[];
  /** Balance in credits. */
  readonly balance?: number;
  /** Records that could not be read. */
  readonly leftOut: number;
}

/** The answer to the page's status call: `[null, balance or null, records]` (reported). */
export const parseStatus = (payload: unknown): Generations => read(payload, 2);

/** The answer to a submit: `[null, balance, workflows, records]` (reported). */
export const parseSubmit = (payload: unknown): Generations => ({
  ...read(payload, 3),
  workflows: readEntries(at(payload, 2), readWorkflow).entries,
});

function read(payload: unknown, position: number): Generations {
  const { entries, leftOut } = readEntries(at(payload, position), readRecord);
  const balance = wholeAt(payload, 1);
  return {
    records: entries,
    workflows: [],
    ...(balance !== undefined && { balance }),
    leftOut,
  };
}

/** Flow's words for its numbers, as reports tell what they mean; any other number is its own word. */
const STATUSES: ReadonlyMap<number, string> = new Map([
  [6, PENDING],
  [1, ACTIVE],
  [2, ACTIVE],
  [3, SUCCESSFUL],
  [4, FAILED],
]);

/**
 * How the making of a record's medium stands. It is named by its media id. One without a number waits,
 * or has failed where it says why.
 */
export function stateOf(record: FlowRecord, now: number): OperationState {
  const { id, status: number, error } = record;
  const status =
    number === undefined
      ? error
        ? FAILED
        : PENDING
      : (STATUSES.get(number) ?? statusOfNumber(number));
  const progress = progressOf(status);
  return {
    ...{ name: id, form: 'media', status, progress, mediaId: id },
    ...(progress === 'done' && { media: mediaOfRecord(record, now) }),
    ...(error && { error }),
  };
}
