import { i18n } from '#i18n';
import type { Job, JobIn } from '@/lib/job/job';
import { sendCommand } from '@/lib/message/send';
import type { MenuItem } from '../parts/Menu';
import { number } from '../words/format';
import { clearJobs, dropCleared } from './cleared';
import type { Batch } from './group';
import { download, type Outcome, orSay } from './run-action';
import { showInFlow } from './show-in-flow';

/**
 * What can be done with a whole batch.
 *
 * @param came is told what came of it beyond what the jobs show
 */
export function batchItems(jobs: Batch, came: (outcome: Outcome | undefined) => void): MenuItem[] {
  const act = (name: string, what: () => Promise<Outcome | undefined>) => () => {
    dropCleared();
    void orSay(name, what).then(came);
  };
  const waiting = jobs.filter(({ state }) => state === 'waiting');
  const done = jobs.filter((job) => job.state === 'done');
  const ended = jobs.filter(({ state }) => ['done', 'failed', 'cancelled'].includes(state));
  const items: MenuItem[] = [];
  if (done.length > 0)
    items.push({
      label: i18n.t('jobList.saveAll', done.length, [number(done.length)]),
      follow: act('save all', () => saveAll(done)),
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
      follow: act('clear', () => clearJobs(ended.map(({ id }) => id))),
    });
  return items;
}

/** One after another; the first that cannot be had is said, the others are saved all the same. */
async function saveAll(jobs: readonly JobIn<'done'>[]): Promise<Outcome | undefined> {
  let first: Outcome | undefined;
  for (const job of jobs) first ??= await download(job);
  return first;
}

async function cancelAll(jobs: readonly Job[]): Promise<undefined> {
  for (const { id } of jobs) await sendCommand('cancel', { jobId: id });
}
