import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Consent } from '@/lib/drafts/consent';
import type { Job } from '@/lib/jobs/job';
import { type ActionName, actionsOf } from '@/lib/jobs/job-actions';
import { priceText } from '@/lib/text/format';
import { jobName } from '@/lib/text/job-name';
import { askedSum, questionText } from '@/lib/text/question-text';
import { useSave } from '../store/stored';
import { Menu, type MenuItem } from '../ui/Menu';
import { Question } from '../ui/Question';
import { OutcomeNote } from './OutcomeNote';
import { RowAction } from './RowAction';
import { type Outcome, run } from './run-action';

/**
 * What can be done with a job now: one thing in front, the rest in a menu. A button names its job to
 * those who hear it, and waits for its answer before it can be pressed again.
 */
export function JobActions({ job }: { job: Job }) {
  const store = useViewStore();
  const { allJobs, focus } = store;
  const busy = useSignal(false);
  const outcome = useSignal<Outcome | undefined>(undefined);
  const press = async (action: ActionName, allowed?: Consent) => {
    busy.value = true;
    outcome.value = undefined;
    outcome.value = await run(store, action, job, allowed);
    busy.value = false;
  };
  useNewState(job, () => {
    outcome.value = undefined;
  });
  const came = outcome.value;
  const save = useSave(job.state === 'done' ? job.id : undefined);
  const { main, more } = actionsOf(
    job,
    allJobs.repeated.value.has(job.id),
    save?.state === 'broken',
  );
  if (came?.kind === 'question')
    return (
      <div class="job-ask">
        <Question
          sentence={questionText(came.question, 1)}
          yes={i18n.t('job.tookFor', [i18n.t('do.again'), priceText(askedSum(came.question))])}
          onYes={() => void press('again', came.yes)}
          onBack={() => {
            outcome.value = undefined;
            focus.on(`row ${job.id}`);
          }}
        />
      </div>
    );
  const name = jobName(job);
  return (
    <>
      <div class="job-act">
        {main !== undefined && (
          <RowAction
            label={main === 'show' ? i18n.t('do.showShort') : i18n.t(`do.${main}`)}
            name={name}
            detail={main === 'again' ? priceText(job.price) : undefined}
            isDisabled={busy.value}
            press={() => void press(main)}
          />
        )}
        <Menu
          name={i18n.t('jobList.more', [name])}
          buttonRef={focus.ref(`row ${job.id}`)}
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
      detail: action === 'again' ? priceText(job.price) : undefined,
      isApart: at > 0 && index === 0,
      follow: () => press(action),
    })),
  );

/** What came of an action is over with a new state; a focus that went with a button is taken up. */
function useNewState(job: Job, forget: () => void): void {
  const { focus } = useViewStore();
  useEffect(
    () => () => {
      forget();
      focus.takeUp(job.id);
    },
    [job.state],
  );
}
