import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Job } from '@/lib/job/job';
import { Question } from '../parts/Question';
import { repeated } from '../state/live-jobs';
import { focusSoon } from '../state/view';
import { priceWords } from '../words/format';
import { jobName } from '../words/job-words';
import { allowedBy, askedSum, questionWords } from '../words/question-words';
import { type ActionName, actionsOf, type Outcome, run } from './actions';

/**
 * What can be done with a job now. A button names its job to those who hear it, and waits for its
 * answer before it can be pressed again.
 */
export function JobActions({ job }: { job: Job }) {
  const busy = useSignal(false);
  const outcome = useSignal<Outcome | undefined>(undefined);
  const press = async (action: ActionName, allowed?: number) => {
    busy.value = true;
    outcome.value = undefined;
    outcome.value = await run(action, job, allowed);
    busy.value = false;
  };
  const goBack = () => {
    outcome.value = undefined;
    focusSoon(`#${idOf('again', job)}`);
  };
  const came = outcome.value;
  const actions = actionsOf(job, repeated.value.has(job.id));
  if (actions.length === 0) return null;
  if (came?.kind === 'question')
    return (
      <div class="job-ask">
        <Question
          sentence={questionWords(came.question, 1)}
          yes={i18n.t('job.tookFor', [i18n.t('do.again'), priceWords(askedSum(came.question))])}
          onYes={() => void press('again', allowedBy(came.question))}
          onBack={goBack}
        />
      </div>
    );
  return (
    <>
      <div class={actions.length > 1 ? 'job-act job-act-row' : 'job-act'}>
        {actions.map((action) => (
          <button
            key={action}
            id={idOf(action, job)}
            type="button"
            class="btn btn-s"
            disabled={busy.value}
            onClick={() => void press(action)}
          >
            <span>
              {i18n.t(`do.${action}`)} <span class="vh">{jobName(job)}</span>
            </span>
            {action === 'again' && (
              <small>
                <span class="vh"> · </span>
                {priceWords(job.price)}
              </small>
            )}
          </button>
        ))}
      </div>
      {came && (
        <p
          class={came.kind === 'problem' ? 'problem job-problem' : 'hint job-problem'}
          role={came.kind === 'problem' ? 'alert' : 'status'}
        >
          {came.sentence}
        </p>
      )}
    </>
  );
}

const idOf = (action: ActionName, job: Job): string => `${action}-${job.id}`;
