import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Consent } from '@/lib/job/consent';
import type { Job } from '@/lib/job/job';
import { type ActionName, waysOf } from '@/lib/job/job-actions';
import { priceWords } from '@/lib/text/format';
import { jobName } from '@/lib/text/job-name';
import { askedSum, questionWords } from '@/lib/text/question-words';
import { repeated } from '../store/all-jobs';
import { useSave } from '../store/stored';
import { focusSoon } from '../store/view';
import { Menu, type MenuItem } from '../ui/Menu';
import { Question } from '../ui/Question';
import { OutcomeNote } from './OutcomeNote';
import { type Outcome, run } from './run-action';

/**
 * What can be done with a job now: one thing in front, the rest in a menu. A button names its job to
 * those who hear it, and waits for its answer before it can be pressed again.
 */
export function JobActions({ job }: { job: Job }) {
  const busy = useSignal(false);
  const outcome = useSignal<Outcome | undefined>(undefined);
  const press = async (action: ActionName, allowed?: Consent) => {
    busy.value = true;
    outcome.value = undefined;
    outcome.value = await run(action, job, allowed);
    busy.value = false;
  };
  useNewState(job, () => {
    outcome.value = undefined;
  });
  const came = outcome.value;
  const save = useSave(job.state === 'done' ? job.id : undefined);
  const { main, more } = waysOf(job, repeated.value.has(job.id), save?.state === 'broken');
  if (came?.kind === 'question')
    return (
      <div class="job-ask">
        <Question
          sentence={questionWords(came.question, 1)}
          yes={i18n.t('job.tookFor', [i18n.t('do.again'), priceWords(askedSum(came.question))])}
          onYes={() => void press('again', came.yes)}
          onBack={() => {
            outcome.value = undefined;
            focusSoon(buttonOf(job));
          }}
        />
      </div>
    );
  const name = jobName(job);
  return (
    <>
      <div class="job-act">
        {main !== undefined && (
          <button
            type="button"
            class="btn btn-s"
            disabled={busy.value}
            onClick={() => void press(main)}
          >
            <span>
              {main === 'show' ? i18n.t('do.showShort') : i18n.t(`do.${main}`)}{' '}
              <span class="vh">{name}</span>
            </span>
            {main === 'again' && (
              <small>
                <span class="vh"> · </span>
                {priceWords(job.price)}
              </small>
            )}
          </button>
        )}
        <Menu
          name={i18n.t('jobList.more', [name])}
          isDisabled={busy.value}
          items={itemsOf(job, more, (action) => void press(action))}
        />
      </div>
      <OutcomeNote outcome={came} />
    </>
  );
}

const itemsOf = (
  job: Job,
  groups: readonly (readonly ActionName[])[],
  press: (action: ActionName) => void,
): MenuItem[] =>
  groups.flatMap((group, at) =>
    group.map((action, index) => ({
      label: i18n.t(`do.${action}`),
      detail: action === 'again' ? priceWords(job.price) : undefined,
      isApart: at > 0 && index === 0,
      follow: () => press(action),
    })),
  );

const buttonOf = ({ id }: Job): string => `[data-key="${id}"] .menu-btn`;

/** What came of an action is over with a new state; a focus that went with a button is taken up. */
function useNewState(job: Job, forget: () => void): void {
  useEffect(
    () => () => {
      forget();
      requestAnimationFrame(() => {
        if (lastFocus === job.id && document.activeElement === document.body)
          document.querySelector<HTMLElement>(buttonOf(job))?.focus();
      });
    },
    [job.state],
  );
}

/** The job whose row had the focus last. */
let lastFocus: string | undefined;

document.addEventListener('focusin', ({ target }) => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  lastFocus = row?.dataset.key;
});
