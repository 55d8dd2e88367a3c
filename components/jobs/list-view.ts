import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { plain, searchFor } from '@/lib/base/search';
import { FILTERS, type Filter, isShown, needsYou as looksNeeded } from '@/lib/job/filter';
import { type Batch, type Entry, groupJobs, rowsOf } from '@/lib/job/group';
import { isEnded, type Job } from '@/lib/job/job';
import { jobVerb } from '@/lib/text/job-name';
import { allJobs, repeated } from '../store/all-jobs';
import { hold } from '../store/live-jobs';

/** What of the list is shown, and what is searched for in it. */
export const filter = signal<Filter>('all');
export const search = signal('');

const folds = signal<ReadonlyMap<string, boolean>>(new Map());
const rows = signal<ReadonlySet<string>>(new Set());

const place = computed(() => ({ hold: hold.value, repeated: repeated.value }));

/** Whether the person has to look at a job. */
export const needsYou = (job: Job): boolean => looksNeeded(job, place.value);

/** How many jobs there are under each filter. */
export const filterCounts = computed(() => {
  const counts = new Map<Filter, number>(FILTERS.map((name) => [name, 0]));
  for (const job of allJobs.value ?? [])
    for (const name of FILTERS)
      if (isShown(job, name, place.value)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
});

/** The jobs that filter and search leave, newest first. */
const found = computed(() => {
  const finds = searchFor(search.value);
  return (allJobs.value ?? []).filter(
    (job) => isShown(job, filter.value, place.value) && finds(textOf(job)),
  );
});

/** The items of the list: grouped by batch, or each by itself where only some jobs are wanted. */
export const entries = computed<readonly Entry[]>(() =>
  filter.value === 'all' && search.value.trim() === ''
    ? groupJobs(found.value, { isOpen, hasRows, needsYou })
    : rowsOf(found.value),
);

/** Shows every job that is on the list. */
export function showAll(): void {
  filter.value = 'all';
  search.value = '';
}

const openedAt = Date.now();

/** A batch that ends while the list is looked at does not fold by itself. */
const isAlive = (job: Job): boolean =>
  job.state === 'running' || job.state === 'unknown' || (isEnded(job) && job.endedAt >= openedAt);

/** Unfolded is what the person left so; else the newest batch, and one of which something is due. */
function isOpen(batch: Batch, index: number): boolean {
  const { batchId } = batch[0];
  return folds.value.get(batchId) ?? (index === 0 || batch.some(isAlive));
}

/** Folds or unfolds a batch. */
export function fold(batchId: string, isUnfolded: boolean): void {
  folds.value = new Map(folds.value).set(batchId, isUnfolded);
}

/** Whether each job of a batch has a row of its own. */
export const hasRows = (batchId: string): boolean => rows.value.has(batchId);

/** Gives each job of a batch a row of its own, or takes the rows away. */
export function showRows(batchId: string, isShowing: boolean): void {
  const next = new Set(rows.value);
  if (isShowing) next.add(batchId);
  else next.delete(batchId);
  rows.value = next;
}

const texts = new WeakMap<Job, string>();

/** What a search looks at: verb, title, prompt and move, in the language of the page. */
function textOf(job: Job): string {
  const known = texts.get(job);
  if (known !== undefined) return known;
  const { request } = job;
  const own = 'move' in request ? i18n.t(`move.${request.move}`) : '';
  const prompt = 'prompt' in request ? request.prompt : '';
  const text = plain([jobVerb(job), job.title, own, prompt].join(' '));
  texts.set(job, text);
  return text;
}
