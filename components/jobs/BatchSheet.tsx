import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Batch } from '@/lib/jobs/batch';
import { batchTitle } from '@/lib/text/batch-text';
import { ContactSheet } from '../compare/ContactSheet';

/** The takes of an unfolded batch side by side, and the way to a row for each. */
export function BatchSheet({ jobs }: { jobs: Batch }) {
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
