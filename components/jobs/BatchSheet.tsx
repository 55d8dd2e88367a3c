import { i18n } from '#i18n';
import { ContactSheet } from '../results/ContactSheet';
import { batchTitle } from '../words/batch-words';
import type { Batch } from './group';
import { hasRows, showRows } from './list-view';

/** The takes of an unfolded batch side by side, and the way to a row for each. */
export function BatchSheet({ jobs }: { jobs: Batch }) {
  const { batchId } = jobs[0];
  const isShowing = hasRows(batchId);
  return (
    <div class="batch-sheet">
      <ContactSheet jobs={jobs} />
      <button
        type="button"
        class="link batch-rows"
        aria-expanded={isShowing}
        onClick={() => showRows(batchId, !isShowing)}
      >
        <span>
          {i18n.t(isShowing ? 'jobList.noRows' : 'jobList.rows')}{' '}
          <span class="vh">{batchTitle(jobs)}</span>
        </span>
      </button>
    </div>
  );
}
