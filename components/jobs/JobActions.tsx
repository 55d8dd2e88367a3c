import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Job } from '@/lib/job/job';
import { priceWords } from '../format';
import { jobName } from '../job-words';
import { type ActionName, actionsOf, run } from './actions';

/** What can be done with a job now. A button waits for its answer before it can be pressed again. */
export function JobActions({ job }: { job: Job }) {
  const busy = useSignal(false);
  const sentence = useSignal('');
  const press = async (action: ActionName) => {
    busy.value = true;
    sentence.value = (await run(action, job)) ?? '';
    busy.value = false;
  };
  const actions = actionsOf(job);
  if (actions.length === 0) return null;
  return (
    <>
      <div class="job-act">
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            class="btn btn-s"
            disabled={busy.value}
            aria-label={labelOf(action, job)}
            onClick={() => void press(action)}
          >
            <span>{i18n.t(`do.${action}`)}</span>
            {action === 'again' && <small>{priceWords(job.price)}</small>}
          </button>
        ))}
      </div>
      {sentence.value !== '' && (
        <p class="problem job-problem" role="alert">
          {sentence.value}
        </p>
      )}
    </>
  );
}

/** Download Reshoot “Witch lands”, Orbit left; where it spends, with the price. */
const labelOf = (action: ActionName, job: Job): string => {
  const label = i18n.t('do.label', [i18n.t(`do.${action}`), jobName(job)]);
  return action === 'again' ? `${label} · ${priceWords(job.price)}` : label;
};
