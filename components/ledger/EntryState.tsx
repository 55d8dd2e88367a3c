import { Ban, Check, CircleQuestionMark, CircleX, Clock } from 'lucide-preact';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Job, JobState } from '@/lib/jobs/job';
import { isLate } from '@/lib/jobs/job';
import { type LedgerEntry, ledgerId } from '@/lib/ledger/ledger';
import { stateText } from '@/lib/text/job-text';

const SIGNS = {
  waiting: Clock,
  submitting: Clock,
  running: Clock,
  done: Check,
  failed: CircleX,
  unknown: CircleQuestionMark,
  cancelled: Ban,
} as const satisfies Record<JobState, typeof Clock>;

/** What became of a submit: the state of its job, unless the job was sent again since or is gone. */
export function EntryState({ entry, job }: { entry: LedgerEntry; job: Job | undefined }) {
  const { now } = useOptionsStore();
  if (!job) return <span class="quiet">{i18n.t('ledger.gone')}</span>;
  if (ledgerId(job) !== entry.id) return <span>{i18n.t('ledger.sentLater')}</span>;
  const Sign = SIGNS[isLate(job) ? 'waiting' : job.state];
  const at = job.state === 'running' ? now.value : 0;
  return (
    <span class="state" data-state={isLate(job) ? 'late' : job.state}>
      <Sign class="i" aria-hidden="true" />
      <b>{stateText(job, { now: at }).state}</b>
    </span>
  );
}
