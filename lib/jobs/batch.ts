import type { Job } from './job';

/** One item of the list. A batch of several is a head; unfolded, its sheet and rows follow it. */
export type Entry =
  | { readonly kind: 'job'; readonly key: string; readonly job: Job }
  | {
      readonly kind: 'batch';
      readonly key: string;
      readonly jobs: Batch;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'sheet'; readonly key: string; readonly jobs: Batch };

/** Jobs of one batch, oldest first, at least one. */
export type Batch = readonly [Job, ...Job[]];

/** Larger batches are shown as rows only. */
const SHEET_MAX = 24;

/** How batches are to be shown. */
export interface Folds {
  /** Whether a batch is unfolded. */
  readonly isOpen: (batch: Batch, index: number) => boolean;
  /** Whether each job of an unfolded batch has a row, besides those that need something. */
  readonly hasRows: (batchId: string) => boolean;
  readonly needsYou: (job: Job) => boolean;
}

/** Every job as a row of its own. */
export const rowsOf = (jobs: readonly Job[]): Entry[] =>
  jobs.map((job) => ({ kind: 'job', key: job.id, job }));

/**
 * Jobs by batch, in the place of its newest job.
 *
 * @param jobs newest first
 */
export function batchJobs(jobs: readonly Job[], folds: Folds): Entry[] {
  const batches = new Map<string, [Job, ...Job[]]>();
  for (const job of jobs) {
    const batch = batches.get(job.batchId);
    if (batch) batch.push(job);
    else batches.set(job.batchId, [job]);
  }
  return [...batches.values()].flatMap((batch, index) => {
    if (batch.length === 1) return rowsOf(batch);
    return entriesOf(inOrder(batch), index, folds);
  });
}

/** Oldest first: as the moves or takes were chosen. */
const inOrder = ([first, ...rest]: Batch): Batch => {
  const [oldest = first, ...others] = [first, ...rest].reverse();
  return [oldest, ...others];
};

/** Key of the line that a batch has in the list. */
export const batchKey = (batchId: string): string => `batch-${batchId}`;

/** Key of the line that its contact sheet has in the list. */
export const sheetKey = (batchId: string): string => `sheet-${batchId}`;

function entriesOf(jobs: Batch, index: number, { isOpen, hasRows, needsYou }: Folds): Entry[] {
  const { batchId } = jobs[0];
  const isUnfolded = isOpen(jobs, index);
  const head: Entry = { kind: 'batch', key: batchKey(batchId), jobs, isOpen: isUnfolded };
  if (!isUnfolded) return [head];
  const isLarge = jobs.length > SHEET_MAX;
  const rows = jobs.filter((job) => isLarge || hasRows(batchId) || needsYou(job));
  return [
    head,
    ...(isLarge ? [] : [{ kind: 'sheet', key: sheetKey(batchId), jobs } as const]),
    ...rowsOf(rows),
  ];
}
