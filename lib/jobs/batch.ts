import type { Job } from './job';
import type { PageJob } from './page-job';

/** One item of the list. A batch of several is a head; unfolded, its sheet and rows follow it. */
export type Entry =
  | { readonly kind: 'job'; readonly key: string; readonly job: Job }
  | {
      readonly kind: 'batch';
      readonly key: string;
      readonly jobs: Batch;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'sheet'; readonly key: string; readonly jobs: Batch }
  | { readonly kind: 'page'; readonly key: string; readonly jobs: PageBatch };

/** What Flow's page started in one call, in its order, at least one. */
export type PageBatch = readonly [PageJob, ...PageJob[]];

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
const rowsOf = (jobs: readonly Job[]): Entry[] =>
  jobs.map((job) => ({ kind: 'job', key: job.id, job }));

/** Entries that belong together, at the moment of their newest job. */
interface Group {
  readonly at: number;
  readonly entries: readonly Entry[];
}

/** Every job, of ours and of the page, as a row of its own, newest first. */
export const listJobs = (jobs: readonly Job[], pageJobs: readonly PageJob[]): Entry[] =>
  inOneList([
    ...jobs.map((job): Group => ({ at: job.createdAt, entries: rowsOf([job]) })),
    ...pageJobs.map((job) => pageGroup([job])),
  ]);

const pageGroup = (jobs: PageBatch): Group => ({
  at: jobs[0].createdAt,
  entries: [{ kind: 'page', key: `page-${jobs[0].id}`, jobs }],
});

const inOneList = (groups: readonly Group[]): Entry[] =>
  groups.toSorted((one, other) => other.at - one.at).flatMap(({ entries }) => entries);

/**
 * Jobs by batch, in the place of its newest job.
 *
 * @param jobs newest first
 * @param pageJobs newest first
 */
export function batchJobs(
  jobs: readonly Job[],
  pageJobs: readonly PageJob[],
  folds: Folds,
): Entry[] {
  const batches = new Map<string, [Job, ...Job[]]>();
  for (const job of jobs) {
    const batch = batches.get(job.batchId);
    if (batch) batch.push(job);
    else batches.set(job.batchId, [job]);
  }
  const own = [...batches.values()].map(
    (batch, index): Group => ({
      at: batch[0].createdAt,
      entries: batch.length === 1 ? rowsOf(batch) : entriesOf(inOrder(batch), index, folds),
    }),
  );
  return inOneList([...own, ...pageBatches(pageJobs).map(pageGroup)]);
}

function pageBatches(jobs: readonly PageJob[]): PageBatch[] {
  const batches = new Map<string, [PageJob, ...PageJob[]]>();
  for (const job of jobs) {
    const batch = batches.get(job.batchId);
    if (batch) batch.unshift(job);
    else batches.set(job.batchId, [job]);
  }
  return [...batches.values()];
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
