import './JobRow.css';
import { useSignal } from '@preact/signals';
import { Check, ChevronDown, CircleX, Clock, TriangleAlert } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { type Batch, batchKey } from '@/lib/jobs/batch';
import type { Job } from '@/lib/jobs/job';
import { OPEN_SAVES, type SaveIn, type SaveState } from '@/lib/jobs/save';
import { savesOf } from '@/lib/storage/save-store';
import { batchName, batchState, batchTitle } from '@/lib/text/batch-text';
import { savesText } from '@/lib/text/save-text';
import { useRows } from '../compare/use-rows';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { BatchSaves } from './BatchSaves';
import { batchItems } from './batch-items';
import { OutcomeNote } from './OutcomeNote';
import { type Outcome, orSay, saveResults } from './run-action';

interface Props {
  readonly jobs: Batch;
  readonly isOpen: boolean;
}

/** A batch of several jobs in one line: what it is, how it stands, what can be done with it. */
export function BatchHead({ jobs, isOpen }: Props) {
  const store = useViewStore();
  const { compared, focus, jobList } = store;
  const outcome = useSignal<Outcome | undefined>(undefined);
  const { batchId } = jobs[0];
  const { verb, object } = batchName(jobs);
  const saves = useBatchSaves(jobs);
  const unsaved = jobs.filter((job) => saves.broken.some(({ id }) => id === job.id));
  const came = (next: Outcome | undefined) => {
    outcome.value = next;
  };
  const name = batchTitle(jobs);
  const done = newestDone(jobs);
  return (
    <div class="batch">
      <button
        type="button"
        class="icon-btn icon-btn-s batch-fold"
        aria-expanded={isOpen}
        aria-label={i18n.t('job.changed', [
          i18n.t(isOpen ? 'jobList.fold' : 'jobList.unfold'),
          name,
        ])}
        onClick={() => jobList.fold(batchId, !isOpen)}
      >
        <ChevronDown class="i" aria-hidden="true" />
      </button>
      <div class="job-text">
        <p class="job-title" title={jobs[0].title}>
          {verb !== undefined && <b>{verb}</b>} {verb !== undefined && '· '}
          {object}
        </p>
        <BatchState jobs={jobs} saved={savesText(saves)} />
        <BatchSaves
          jobs={jobs}
          broken={saves.broken}
          saveAgain={() => void orSay('save again', () => saveResults(store, unsaved)).then(came)}
        />
      </div>
      <div class="job-act">
        {done && (
          <button type="button" class="btn btn-s" onClick={() => compared.open(done.id)}>
            <span>
              {i18n.t('jobList.compare')} <span class="vh">{name}</span>
            </span>
          </button>
        )}
        <Menu
          name={i18n.t('jobList.more', [name])}
          buttonRef={focus.ref(`row ${batchKey(batchId)}`)}
          items={batchItems(store, jobs, unsaved, came)}
        />
      </div>
      <OutcomeNote outcome={outcome.value} />
    </div>
  );
}

const newestDone = (jobs: Batch): Job | undefined =>
  jobs.filter((job) => job.state === 'done').sort((one, other) => other.endedAt - one.endedAt)[0];

function BatchState({ jobs, saved }: { jobs: Batch; saved: string }) {
  const look = lookOf(jobs);
  return (
    <p class="state" data-state={look}>
      {look === 'running' && <Icon name="running" />}
      {look === 'waiting' && <Clock class="i" aria-hidden="true" />}
      {look === 'needs' && <TriangleAlert class="i" aria-hidden="true" />}
      {look === 'failed' && <CircleX class="i" aria-hidden="true" />}
      {look === 'done' && <Check class="i" aria-hidden="true" />}
      <span>
        {batchState(jobs)}
        {saved}
      </span>
    </p>
  );
}

/** The state that matters most. */
function lookOf(jobs: Batch): 'needs' | 'failed' | 'running' | 'waiting' | 'done' {
  const has = (...states: Job['state'][]) => jobs.some(({ state }) => states.includes(state));
  if (has('unknown')) return 'needs';
  if (has('running', 'submitting')) return 'running';
  if (has('waiting')) return 'waiting';
  return has('failed') ? 'failed' : 'done';
}

/** How saving the results of a batch stands. */
interface BatchSaveCounts {
  readonly open: number;
  readonly saved: number;
  readonly broken: readonly SaveIn<'broken'>[];
}

const OPEN: ReadonlySet<SaveState> = new Set(OPEN_SAVES);

/** Follows how saving the finished ones of a batch goes. */
function useBatchSaves(jobs: Batch): BatchSaveCounts {
  const ids = jobs.filter(({ state }) => state === 'done').map(({ id }) => id);
  const saves = useRows(ids.join(' '), (from) => savesOf(ids, from)).value ?? [];
  return {
    open: saves.filter(({ state }) => OPEN.has(state)).length,
    saved: saves.filter(({ state }) => state === 'saved').length,
    broken: saves.filter((save) => save.state === 'broken'),
  };
}
