import { Ban, Check, CircleQuestionMark, CircleX, Clock, Send, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { waitsForYou } from '@/lib/jobs/filter';
import { isLate, type Job, type JobState as State } from '@/lib/jobs/job';
import type { Save } from '@/lib/jobs/save';
import { failureText } from '@/lib/text/failure-text';
import { faultText } from '@/lib/text/fault-text';
import { stateText } from '@/lib/text/job-text';
import { saveText } from '@/lib/text/save-text';
import { sentenceGap } from '@/lib/text/sentences';
import { useEntry, useSave } from '../store/stored';
import { Icon } from '../ui/Icon';
import { Bar } from './Bar';

type Look = State | 'late' | 'needs';

const SIGNS = {
  waiting: <Clock class="i" aria-hidden="true" />,
  submitting: <Send class="i" aria-hidden="true" />,
  running: <Icon name="running" />,
  done: <Check class="i" aria-hidden="true" />,
  failed: <CircleX class="i" aria-hidden="true" />,
  unknown: <CircleQuestionMark class="i" aria-hidden="true" />,
  cancelled: <Ban class="i" aria-hidden="true" />,
  late: <Clock class="i" aria-hidden="true" />,
  needs: <TriangleAlert class="i" aria-hidden="true" />,
} as const satisfies Record<Look, ComponentChildren>;

/** How a job stands: a word first, then a shape, then a colour; and why, where that is known. */
export function JobState({ job }: { job: Job }) {
  const { forecast, liveJobs, now } = useViewStore();
  const entry = useEntry(job.state === 'done' ? job.id : undefined);
  const save = useSave(job.state === 'done' ? job.id : undefined);
  // What no longer changes is not drawn again every second.
  const isTimed = job.state === 'running' || job.state === 'waiting';
  const isAboveLimit =
    liveJobs.hold.value?.reason === 'limit' && waitsForYou(job, liveJobs.hold.value);
  const { state, more } = stateText(job, {
    now: isTimed ? now.value : 0,
    entry,
    isAboveLimit,
    ...(job.state === 'running' && { usualMs: forecast.usualOf(job) }),
    ...(job.state === 'waiting' && { goesOutAt: forecast.sendsAt(job) }),
  });
  const look = isAboveLimit ? 'needs' : isLate(job) ? 'late' : job.state;
  const why = whyText(job);
  return (
    <>
      <p class="state" data-state={look}>
        {SIGNS[look]}
        <span>
          <b>{state}</b>
          {more}
          {saveText(save)}
          {job.keptAt !== undefined && (
            <>
              {' '}
              <span class="chip">{i18n.t('jobList.keptMark')}</span>
            </>
          )}
        </span>
      </p>
      {job.state === 'running' && (
        <Bar elapsedMs={now.value - job.sentAt} usualMs={forecast.usualOf(job)} />
      )}
      <SaveNote save={save} />
      {why.length > 0 && (
        <div class="job-why">
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
}

function whyText(job: Job): string[] {
  const lines: string[] = [];
  if (job.state === 'failed' || job.state === 'unknown')
    lines.push(failureText(job.failure, job.request.action));
  if (job.state === 'unknown') lines.push(i18n.t('job.looking'));
  if (job.state === 'cancelled' && job.was !== 'waiting')
    lines.push(i18n.t(job.was === 'running' ? 'job.unwatched' : 'job.forgotten'));
  if (job.state === 'cancelled' && job.because === 'original-done')
    lines.push(i18n.t('job.originalDone'));
  else if (job.againOf !== undefined) lines.push(i18n.t('job.sentAgain'));
  return lines;
}

/** Why the file of a job is not on the disk although it was to be saved. */
export function SaveNote({ save }: { save: Save | undefined }) {
  if (save?.state === 'requested' && save.isHeld)
    return <p class="job-save">{i18n.t('job.saveWaits')}</p>;
  if (save?.state !== 'broken') return null;
  return (
    <p class="job-save">
      <b>{i18n.t('job.notSaved')}</b>
      {sentenceGap()}
      {faultText([save.fault])}
    </p>
  );
}
