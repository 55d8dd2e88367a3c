import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import type { Consent } from '@/lib/drafts/consent';
import { isEnded, isLate, type Job } from '@/lib/jobs/job';
import { sendCommand } from '@/lib/messaging/client';
import { sumOf } from '@/lib/text/batch-text';
import { number, priceText } from '@/lib/text/format';
import { askedSum, questionText } from '@/lib/text/question-text';
import { Menu } from '../ui/Menu';
import { Question } from '../ui/Question';
import { OutcomeNote } from './OutcomeNote';
import { type Outcome, orSay, sendAgain } from './run-action';

/** Title and counts, Pause, and what is done with all jobs at once. */
export function JobsHead({ children }: { children: ComponentChildren }) {
  const store = useViewStore();
  const { allJobs, cleared, focus, liveJobs } = store;
  const outcome = useSignal<Outcome | undefined>(undefined);
  const act = async (name: string, what: () => Promise<Outcome | undefined>) => {
    cleared.drop();
    outcome.value = undefined;
    outcome.value = await orSay(name, what);
  };
  const failed = retryable(allJobs.jobs.value ?? [], allJobs.repeated.value);
  const retry = (allowed?: Consent) => void act('retry', () => sendAgain(store, failed, allowed));
  const came = outcome.value;
  return (
    <>
      <div class="jobs-head">
        {children}
        <h2>{i18n.t('jobs.title')}</h2>
        <span class="hint cut">{liveJobs.countsText.value}</span>
        {liveJobs.hold.value?.reason === 'paused' ? (
          <span class="push" />
        ) : (
          <Pause pause={() => void act('pause', pause)} />
        )}
        <Menu
          name={i18n.t('jobList.moreAll')}
          buttonRef={focus.ref('jobs-menu')}
          items={itemsOf(store, failed, retry, act)}
        />
      </div>
      {came?.kind === 'question' && (
        <div class="jobs-ask">
          <Question
            sentence={questionText(came.question, failed.length)}
            yes={i18n.t('job.tookFor', [retryText(failed), priceText(askedSum(came.question))])}
            onYes={() => retry(came.yes)}
            onBack={() => {
              outcome.value = undefined;
              focus.on('jobs-menu');
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

const retryText = (jobs: readonly Job[]): string =>
  i18n.t('jobList.retry', jobs.length, [number(jobs.length)]);

function itemsOf(
  { allJobs, cleared, pageJobs }: ViewStore,
  failed: readonly Job[],
  retry: () => void,
  act: (name: string, what: () => Promise<undefined>) => Promise<void>,
) {
  const ended = [
    ...(allJobs.jobs.value ?? []).filter(isEnded),
    ...pageJobs.jobs.value.filter(({ state }) => state !== 'running'),
  ].filter(({ clearedAt }) => clearedAt === undefined);
  const clear = async (): Promise<undefined> => {
    await cleared.clear(ended.map(({ id }) => id));
  };
  return [
    ...(failed.length === 0
      ? []
      : [{ label: retryText(failed), detail: priceText(sumOf(failed)), follow: retry }]),
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

/**
 * Stops sending. While it is stopped the note about it has the way on, so this button is not there:
 * the focus goes over to that way, and comes back from it.
 */
function Pause({ pause }: { pause: () => void }) {
  const { focus, liveJobs } = useViewStore();
  useEffect(() => {
    if (focus.isLost() && focus.wasOn('hold')) focus.on('pause');
    return () => {
      if (liveJobs.hold.peek()?.reason === 'paused' && focus.wasOn('pause')) focus.on('hold');
    };
  }, []);
  return (
    <button ref={focus.ref('pause')} type="button" class="btn btn-s btn-plain push" onClick={pause}>
      {i18n.t('jobList.pause')}
    </button>
  );
}

/** Asks the background to send nothing more until the user resumes. */
async function pause(): Promise<undefined> {
  await sendCommand('pause', {});
}
