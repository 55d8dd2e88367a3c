import { forEachOf } from '@/lib/base/each';
import type { OperationState } from '@/lib/flow/operation-state';
import type { JobIn } from '@/lib/jobs/job';
import { generationFailure } from '@/lib/labs/replies/error';
import { stateNamed } from '@/lib/labs/replies/operations';
import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';
import { resultOf } from './result';

type Running = JobIn<'running'>;

/**
 * Carries what a status answer said to the jobs that were asked about. Operations that are missing
 * or not ours change nothing; of a doubled one the end counts. A job that still runs past its
 * deadline says that it is late: judged only here, after Flow was asked, so that a long sleep makes
 * nobody late.
 *
 * What cannot be stored of one job keeps no other from its end.
 *
 * @param rise by how many credits the balance rose with this answer: what failed jobs gave back
 * @throws what kept the first of them from being stored
 */
export async function reportStates(
  ports: QueuePorts,
  jobs: readonly Running[],
  operations: readonly OperationState[],
  rise: number,
): Promise<void> {
  const states = jobs.map((job) => ({
    job,
    state: stateNamed(operations, job.operation),
  }));
  const broken = states.filter(({ state }) => state?.progress === 'failed');
  const owed = broken.reduce((sum, { job }) => sum + (job.price ?? Number.NaN), 0);
  const givenBack = owed > 0 && rise === owed;
  await forEachOf(states, ({ job, state }) => report(ports, job, state, givenBack));
}

async function report(
  ports: QueuePorts,
  job: Running,
  state: OperationState | undefined,
  givenBack: boolean,
): Promise<void> {
  if (state?.progress === 'done') {
    const { result, extras } = resultOf(job, state);
    await dispatch(ports, job.id, { type: 'finished', result }, { extras });
  } else if (state?.progress === 'failed') {
    const { error, status } = state;
    const failure = generationFailure(error, status, givenBack ? 'no' : 'unknown');
    await dispatch(ports, job.id, { type: 'broke', failure });
  } else {
    if (state) await dispatch(ports, job.id, { type: 'reported', status: state.status });
    await dispatch(ports, job.id, { type: 'expired' });
  }
}
