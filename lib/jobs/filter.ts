import type { Hold, HoldReason } from './hold';
import { isOpen, type Job } from './job';
import type { PageJob } from './page-job';

/** What of the list is shown. */
export const FILTERS = ['all', 'open', 'needs', 'done', 'kept', 'page', 'cleared'] as const;

export type Filter = (typeof FILTERS)[number];

/** Holds that only the user can end, by a press here or on the Flow page. */
const NEEDS_YOU: readonly HoldReason[] = [
  'verification',
  'quota',
  'outage',
  'refused',
  'signed-out',
  'flow-only',
];

/** Whether a waiting job goes out only once the user has done something about the hold. */
export function waitsForYou(job: Job, hold: Hold | undefined): boolean {
  if (job.state !== 'waiting' || !hold) return false;
  if (hold.reason === 'limit') return !job.allowed && job.price !== 0;
  return NEEDS_YOU.includes(hold.reason);
}

/** What a filter depends on beyond the job itself. */
export interface FilterContext {
  readonly hold: Hold | undefined;
  /** Ids of jobs that were sent again. */
  readonly repeated: ReadonlySet<string>;
}

/** Whether the user has to look at a job: it failed, its outcome is unknown, or it is held. */
export const needsYou = (job: Job, { hold, repeated }: FilterContext): boolean =>
  ((job.state === 'unknown' || job.state === 'failed') && !repeated.has(job.id)) ||
  waitsForYou(job, hold);

/** Whether a job is shown under a filter. What was cleared is shown under its own only. */
export function isShown(job: Job, filter: Filter, context: FilterContext): boolean {
  const isCleared = job.clearedAt !== undefined;
  if (isCleared || filter === 'cleared') return isCleared && filter === 'cleared';
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return isOpen(job);
    case 'needs':
      return needsYou(job, context);
    case 'done':
      return job.state === 'done';
    case 'kept':
      return job.keptAt !== undefined;
    case 'page':
      return false;
  }
}

/** The same of a job of the page: a prepared one needs the user's press, and none is kept. */
export function isPageJobShown(job: PageJob, filter: Filter): boolean {
  if (job.clearedAt !== undefined) return filter === 'cleared';
  if (filter === 'needs') return job.state === 'prepared';
  if (filter === 'open') return job.state === 'running' || job.state === 'prepared';
  return filter === 'all' || filter === 'page' || (filter === 'done' && job.state === 'done');
}
