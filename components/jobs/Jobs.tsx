import './Jobs.css';
import { ArrowLeft } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Batch, Entry } from '@/lib/jobs/batch';
import { batchTitle } from '@/lib/text/batch-text';
import { ContactSheet } from '../compare/ContactSheet';
import { HoldNote } from '../status/HoldNote';
import { BatchHead } from './BatchHead';
import { ClearNote } from './ClearNote';
import { JobRow } from './JobRow';
import { JobsFilter } from './JobsFilter';
import { JobsHead } from './JobsHead';
import { NoJobs, NoneFit } from './NoJobs';
import { PageJobs } from './PageJobs';
import { VirtualList } from './VirtualList';

interface Props {
  /** In the side panel the composer stands above, with the note about a hold. */
  readonly isPanel?: boolean;
}

/** All jobs, newest first: what they are, how they stand, what can be done with them. */
export function Jobs({ isPanel = false }: Props) {
  const { allJobs, focus, navigation, pageJobs } = useViewStore();
  useEffect(() => {
    allJobs.load();
    pageJobs.load();
  }, []);
  const Place = isPanel ? 'section' : 'main';
  return (
    <Place
      ref={focus.ref('jobs')}
      id="jobs"
      tabIndex={-1}
      class={isPanel ? 'jobs' : 'body jobs'}
      aria-label={i18n.t('jobs.title')}
    >
      <JobsHead>
        {!isPanel && (
          <button
            ref={focus.ref('jobs-back')}
            type="button"
            class="icon-btn jobs-back"
            aria-label={i18n.t('jobs.back')}
            title={i18n.t('jobs.back')}
            onClick={navigation.showComposer}
          >
            <ArrowLeft class="i i-turn" aria-hidden="true" />
          </button>
        )}
      </JobsHead>
      {!isPanel && <HoldNote />}
      <ClearNote />
      <List />
    </Place>
  );
}

function List() {
  const { allJobs, jobList, pageJobs } = useViewStore();
  const box = useRef<HTMLDivElement>(null);
  // What is chosen or searched for anew is seen from its beginning.
  useLayoutEffect(() => box.current?.scrollTo(0, 0), [jobList.filter.value, jobList.search.value]);
  if (!allJobs.jobs.value) return null;
  if (allJobs.jobs.value.length + pageJobs.jobs.value.length === 0) return <NoJobs />;
  return (
    <>
      <JobsFilter />
      <div class="jobs-scroll" ref={box}>
        {jobList.entries.value.length === 0 ? (
          <NoneFit />
        ) : (
          <VirtualList
            items={jobList.entries.value}
            label={i18n.t('jobs.title')}
            heightOf={heightOf}
          >
            {draw}
          </VirtualList>
        )}
      </div>
    </>
  );
}

const HEIGHTS = { job: 57, batch: 57, sheet: 240, page: 57 } as const;

const heightOf = ({ kind }: Entry): number => HEIGHTS[kind];

function draw(entry: Entry) {
  switch (entry.kind) {
    case 'job':
      return <JobRow job={entry.job} />;
    case 'batch':
      return <BatchHead jobs={entry.jobs} isOpen={entry.isOpen} />;
    case 'sheet':
      return <BatchSheet jobs={entry.jobs} />;
    case 'page':
      return <PageJobs jobs={entry.jobs} />;
  }
}

/** The takes of an unfolded batch side by side, and the way to a row for each. */
function BatchSheet({ jobs }: { jobs: Batch }) {
  const { jobList } = useViewStore();
  const { batchId } = jobs[0];
  const isShowing = jobList.hasRows(batchId);
  return (
    <div class="batch-sheet">
      <ContactSheet jobs={jobs} />
      <button
        type="button"
        class="link batch-rows"
        aria-expanded={isShowing}
        onClick={() => jobList.showRows(batchId, !isShowing)}
      >
        <span>
          {i18n.t(isShowing ? 'jobList.noRows' : 'jobList.rows')}{' '}
          <span class="vh">{batchTitle(jobs)}</span>
        </span>
      </button>
    </div>
  );
}
