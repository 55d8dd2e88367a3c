import { forEachOf } from '@/lib/base/each';
import { groupBy } from '@/lib/base/group-by';
import { reconcile } from '@/lib/jobs/reconcile';
import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';

/**
 * Looks for what became of running jobs whose account has moved meanwhile: nobody can be asked for their
 * operations any more, so their clips are looked for in their projects' own lists.
 *
 * @param account undefined where nobody is known to be signed in: then nothing is looked for
 */
export async function findMoved(ports: QueuePorts, account: string | undefined): Promise<void> {
  if (account === undefined || !(await ports.session.isMoved(account))) return;
  if (await ports.session.credentials(account)) return;
  const running = (await ports.jobs.open()).filter((job) => job.state === 'running');
  const own = running.filter((job) => job.account === account);
  const byProject = groupBy(own, ({ request }) => request.projectId);
  await forEachOf([...byProject], async ([projectId, jobs]) => {
    const media = await ports.session.projectMedia(account, projectId);
    if (!media) return;
    const sent = await ports.jobs.sentSince(Number.NEGATIVE_INFINITY);
    const claimed = await ports.jobs.claimed();
    await forEachOf(reconcile(jobs, { operations: [], media }, claimed, sent), async (adoption) => {
      if (!('media' in adoption)) return;
      const result = { mediaId: adoption.media.id, hasFile: false };
      await dispatch(ports, adoption.job.id, { type: 'finished', result }, { isGuess: true });
    });
  });
}
