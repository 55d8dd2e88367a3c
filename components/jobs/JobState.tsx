import { Ban, Check, CircleQuestionMark, CircleX, Clock, Send } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Job, JobState as State } from '@/lib/job/job';
import { Drawn } from '../parts/Drawn';
import { entries } from '../state/live-jobs';
import { now } from '../state/now';
import { failureWords } from '../words/failure-words';
import { isLate, stateWords } from '../words/job-words';

const SIGNS = {
  waiting: <Clock class="i" aria-hidden="true" />,
  submitting: <Send class="i" aria-hidden="true" />,
  running: <Drawn name="running" />,
  done: <Check class="i" aria-hidden="true" />,
  failed: <CircleX class="i" aria-hidden="true" />,
  unknown: <CircleQuestionMark class="i" aria-hidden="true" />,
  cancelled: <Ban class="i" aria-hidden="true" />,
} as const satisfies Record<State, ComponentChildren>;

/** How a job stands: a word first, then a shape, then a colour; and why, where that is known. */
export function JobState({ job }: { job: Job }) {
  const { state, more } = stateWords(job, now.value, entries.value?.get(job.id));
  const late = isLate(job);
  const why = whyWords(job);
  return (
    <>
      <p class="state" data-state={late ? 'late' : job.state}>
        {SIGNS[late ? 'waiting' : job.state]}
        <span>
          <b>{state}</b>
          {more !== undefined && ` ${more}`}
        </span>
      </p>
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

function whyWords(job: Job): string[] {
  const lines: string[] = [];
  if (job.state === 'failed' || job.state === 'unknown') lines.push(failureWords(job.failure));
  if (job.state === 'unknown') lines.push(i18n.t('job.looking'));
  if (job.state === 'cancelled' && job.was !== 'waiting')
    lines.push(i18n.t(job.was === 'running' ? 'job.unwatched' : 'job.forgotten'));
  if (job.againOf !== undefined) lines.push(i18n.t('job.sentAgain'));
  return lines;
}
