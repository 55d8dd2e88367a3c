import { i18n } from '#i18n';
import type { ViewStore } from '@/components/store/view-store';
import type { Batch } from '@/lib/jobs/batch';
import { isEnded, type Job } from '@/lib/jobs/job';
import { number } from '@/lib/text/format';
import { showInFlow } from '../store/show-in-flow';
import type { MenuItem } from '../ui/Menu';
import { endJob, type Outcome, orSay, saveResults } from './run-action';

/**
 * What can be done with a whole batch.
 *
 * @param unsaved those whose files were to be saved and were not
 * @param came is told what came of it beyond what the jobs show
 */
export function batchItems(
  store: ViewStore,
  jobs: Batch,
  unsaved: readonly Job[],
  came: (outcome: Outcome | undefined) => void,
): MenuItem[] {
  const { cleared } = store;
  const act = (name: string, what: () => Promise<Outcome | undefined>) => () => {
    cleared.drop();
    void orSay(name, what).then(came);
  };
  const waiting = jobs.filter(({ state }) => state === 'waiting');
  const done = jobs.filter((job) => job.state === 'done');
  const ended = jobs.filter(isEnded);
  const items: MenuItem[] = [];
  if (unsaved.length > 0)
    items.push({
      label: i18n.t('jobList.saveRest', unsaved.length, [number(unsaved.length)]),
      follow: act('save the rest', () => saveResults(store, unsaved)),
    });
  if (done.length > 0)
    items.push({
      label: i18n.t('jobList.saveAll', done.length, [number(done.length)]),
      follow: act('save all', () => saveResults(store, done)),
    });
  if (waiting.length > 0)
    items.push({
      label: i18n.t('jobList.cancelWaiting', waiting.length, [number(waiting.length)]),
      follow: act('cancel waiting', () => cancelAll(waiting)),
    });
  items.push({
    label: i18n.t('do.show'),
    isApart: items.length > 0,
    follow: act('show', () => showInFlow(jobs[0].request.projectId)),
  });
  if (ended.length > 0)
    items.push({
      label: i18n.t('do.clear'),
      follow: act('clear', async () => {
        await cleared.clear(ended.map(({ id }) => id));
        return undefined;
      }),
    });
  return items;
}

/** Says so where one of them could no longer be cancelled. */
async function cancelAll(jobs: readonly Job[]): Promise<Outcome | undefined> {
  let outcome: Outcome | undefined;
  for (const { id } of jobs) outcome = (await endJob('cancel', id)) ?? outcome;
  return outcome;
}
