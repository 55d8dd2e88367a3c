import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { plain, searchFor } from '@/lib/base/search';
import { type Batch, batchJobs, type Entry, listJobs } from '@/lib/jobs/batch';
import { FILTERS, type Filter, isPageJobShown, isShown, needsYou } from '@/lib/jobs/filter';
import { isEnded, type Job } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { jobVerb } from '@/lib/text/job-name';
import { pageJobVerb } from '@/lib/text/page-job-text';
import type { AllJobs } from './all-jobs';
import type { LiveJobs } from './live-jobs';
import type { PageJobs } from './page-jobs';

export type JobList = ReturnType<typeof createJobList>;

/** What the list of jobs shows: filtered, searched, and grouped by batch. */
export function createJobList(
  { jobs, repeated }: AllJobs,
  { jobs: pageJobs }: PageJobs,
  { hold }: LiveJobs,
) {
  const filter = signal<Filter>('all');
  const search = signal('');
  const folds = signal<ReadonlyMap<string, boolean>>(new Map());
  const rows = signal<ReadonlySet<string>>(new Set());
  const texts = new WeakMap<Job | PageJob, string>();
  const openedAt = Date.now();

  const context = computed(() => ({ hold: hold.value, repeated: repeated.value }));
  const looksNeeded = (job: Job): boolean => needsYou(job, context.value);

  function searchText(job: Job | PageJob): string {
    const known = texts.get(job);
    if (known !== undefined) return known;
    const text = 'request' in job ? textOf(job) : pageText(job);
    texts.set(job, text);
    return text;
  }

  /** The jobs that filter and search leave, newest first. */
  const found = computed(() => {
    const finds = searchFor(search.value);
    return (jobs.value ?? []).filter(
      (job) => isShown(job, filter.value, context.value) && finds(searchText(job)),
    );
  });

  const foundInPage = computed(() => {
    const finds = searchFor(search.value);
    return pageJobs.value.filter(
      (job) => isPageJobShown(job, filter.value) && finds(searchText(job)),
    );
  });

  /** A batch that ends while the list is looked at does not fold by itself. */
  const isAlive = (job: Job): boolean =>
    job.state === 'running' || job.state === 'unknown' || (isEnded(job) && job.endedAt >= openedAt);

  /** Unfolded is what was left so; else the newest batch, and one of which something is due. */
  function isOpen(batch: Batch, index: number): boolean {
    const { batchId } = batch[0];
    return folds.value.get(batchId) ?? (index === 0 || batch.some(isAlive));
  }

  const hasRows = (batchId: string): boolean => rows.value.has(batchId);

  return {
    /** What of the list is shown, and what is searched for in it. */
    filter,
    search,
    /** Whether the user has to look at a job. */
    needsYou: looksNeeded,
    /** How many jobs there are under each filter. */
    filterCounts: computed(() => {
      const counts = new Map<Filter, number>(FILTERS.map((name) => [name, 0]));
      for (const job of jobs.value ?? [])
        for (const name of FILTERS)
          if (isShown(job, name, context.value)) counts.set(name, (counts.get(name) ?? 0) + 1);
      for (const job of pageJobs.value)
        for (const name of FILTERS)
          if (isPageJobShown(job, name)) counts.set(name, (counts.get(name) ?? 0) + 1);
      return counts;
    }),
    /** The items of the list: grouped by batch, or each by itself where only some are wanted. */
    entries: computed<readonly Entry[]>(() =>
      filter.value === 'all' && search.value.trim() === ''
        ? batchJobs(found.value, foundInPage.value, { isOpen, hasRows, needsYou: looksNeeded })
        : listJobs(found.value, foundInPage.value),
    ),
    /** Shows every job that is on the list. */
    showAll(): void {
      filter.value = 'all';
      search.value = '';
    },
    /** Folds or unfolds a batch. */
    fold(batchId: string, isUnfolded: boolean): void {
      folds.value = new Map(folds.value).set(batchId, isUnfolded);
    },
    /** Whether each job of a batch has a row of its own. */
    hasRows,
    /** Gives each job of a batch a row of its own, or takes the rows away. */
    showRows(batchId: string, isShowing: boolean): void {
      const next = new Set(rows.value);
      if (isShowing) next.add(batchId);
      else next.delete(batchId);
      rows.value = next;
    },
  };
}

/** What a search looks at: verb, title, prompt and move, in the language of the page. */
function textOf(job: Job): string {
  const { request } = job;
  const own = 'move' in request ? i18n.t(`move.${request.move}`) : '';
  const prompt = 'prompt' in request ? request.prompt : '';
  return plain([jobVerb(job), job.title, own, prompt].join(' '));
}

const pageText = (job: PageJob): string => {
  const move = job.move === undefined ? '' : i18n.t(`move.${job.move}`);
  return plain([pageJobVerb(job), job.title, move, job.prompt, i18n.t('page.started')].join(' '));
};
