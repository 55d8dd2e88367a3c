import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Consent } from '@/lib/job/consent';
import { isEnded, isLate, type Job } from '@/lib/job/job';
import { sumOf } from '@/lib/text/batch-words';
import { number, priceWords } from '@/lib/text/format';
import { askedSum, questionWords } from '@/lib/text/question-words';
import { allJobs, repeated } from '../store/all-jobs';
import { countsText, hold } from '../store/live-jobs';
import { focusSoon } from '../store/view';
import { Menu } from '../ui/Menu';
import { Question } from '../ui/Question';
import { clearJobs, dropCleared } from './cleared';
import { OutcomeNote } from './OutcomeNote';
import { Pause, pause } from './Pause';
import { type Outcome, orSay, sendAgain } from './run-action';

/** Title and counts, Pause, and what is done with all jobs at once. */
export function JobsHead({ children }: { children: ComponentChildren }) {
  const outcome = useSignal<Outcome | undefined>(undefined);
  const act = async (name: string, what: () => Promise<Outcome | undefined>) => {
    dropCleared();
    outcome.value = undefined;
    outcome.value = await orSay(name, what);
  };
  const failed = retryable(allJobs.value ?? [], repeated.value);
  const retry = (allowed?: Consent) => void act('retry', () => sendAgain(failed, allowed));
  const came = outcome.value;
  return (
    <>
      <div class="jobs-head">
        {children}
        <h2>{i18n.t('jobs.title')}</h2>
        <span class="hint cut">{countsText.value}</span>
        {hold.value?.reason === 'paused' ? (
          <span class="push" />
        ) : (
          <Pause pause={() => void act('pause', pause)} />
        )}
        <Menu name={i18n.t('jobList.moreAll')} items={itemsOf(failed, retry, act)} />
      </div>
      {came?.kind === 'question' && (
        <div class="jobs-ask">
          <Question
            sentence={questionWords(came.question, failed.length)}
            yes={i18n.t('job.tookFor', [retryWords(failed), priceWords(askedSum(came.question))])}
            onYes={() => retry(came.yes)}
            onBack={() => {
              outcome.value = undefined;
              focusSoon('.jobs-head .menu-btn');
            }}
          />
        </div>
      )}
      <OutcomeNote outcome={came} />
    </>
  );
}

/** Never those of unknown outcome, and no late one: Flow may still be at it. */
const retryable = (jobs: readonly Job[], again: ReadonlySet<string>): Job[] =>
  jobs.filter(
    (job) =>
      job.state === 'failed' && job.clearedAt === undefined && !again.has(job.id) && !isLate(job),
  );

const retryWords = (jobs: readonly Job[]): string =>
  i18n.t('jobList.retry', jobs.length, [number(jobs.length)]);

function itemsOf(
  failed: readonly Job[],
  retry: () => void,
  act: (name: string, what: () => Promise<undefined>) => Promise<void>,
) {
  const ended = (allJobs.value ?? []).filter((job) => job.clearedAt === undefined && isEnded(job));
  const clear = async (): Promise<undefined> => {
    await clearJobs(ended.map(({ id }) => id));
  };
  return [
    ...(failed.length === 0
      ? []
      : [{ label: retryWords(failed), detail: priceWords(sumOf(failed)), follow: retry }]),
    ...(ended.length === 0
      ? []
      : [
          {
            label: i18n.t('jobList.clear', ended.length, [number(ended.length)]),
            follow: () => void act('clear', clear),
          },
        ]),
  ];
}
