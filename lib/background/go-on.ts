import { newId } from '@/lib/base/ids';
import { sourcesOf } from '@/lib/flow/request';
import type { Job, JobIn } from '@/lib/jobs/job';
import { prepareJob } from '@/lib/jobs/prepared';
import type { AnswerOf } from '@/lib/messaging/protocol';
import { dispatch } from '@/lib/queue/dispatch';
import type { QueuePorts } from '@/lib/queue/ports';
import type { JobStore } from '@/lib/storage/job-store';
import type { Library } from '@/lib/storage/library';
import type { PageJobStore } from '@/lib/storage/page-job-store';

export interface GoOnUses {
  readonly store: Pick<JobStore, 'some'>;
  readonly pageJobs: Pick<PageJobStore, 'add'>;
  readonly library: Pick<Library, 'some'>;
  readonly runner: { readonly ports: QueuePorts };
  readonly now: () => number;
}

/**
 * Lets jobs whose account has moved go on as jobs that wait for a press in Flow. Each is cancelled first,
 * and only one that was cancelled is prepared: a worker that dies in between leaves a cancelled job, and
 * never two that could both be paid for. Reshoot is not offered there: such a job goes on waiting.
 */
export async function goOn(
  { store, pageJobs, library, runner, now }: GoOnUses,
  jobIds: readonly string[],
): Promise<AnswerOf<'goOn'>> {
  let jobs = 0;
  for (const job of await store.some(jobIds)) {
    if (!isPreparable(job) || !(await runner.ports.session.isMoved(job.account))) continue;
    const step = await dispatch(runner.ports, job.id, { type: 'cancel' });
    if (!step?.changed || step.job.state !== 'cancelled') continue;
    const { account, request, title, price } = job;
    const { projectId, action, aspect } = request;
    const known = await library.some(sourcesOf(request));
    const wanted = {
      ...{ account, projectId, action, title, aspect },
      // There a medium is known by its key.
      sourceIds: sourcesOf(request).map((id) => known.get(id)?.key ?? id),
      ...('prompt' in request && { prompt: request.prompt }),
      ...(price !== undefined && { price }),
    };
    await pageJobs.add([prepareJob(wanted, newId(), now())]);
    jobs += 1;
  }
  return { jobs };
}

const isPreparable = (job: Job): job is JobIn<'waiting'> =>
  job.state === 'waiting' && job.request.action !== 'reshoot';
