import type { Failure } from '@/lib/flow/failure';
import type { OperationState } from '@/lib/flow/operations-reply';
import type { JobIn } from '@/lib/job/job';
import { dispatch } from './dispatch';
import type { Pass, QueuePorts, StatusOutcome } from './ports';
import { resultOf } from './result';
import { POLL_EVERY_MS } from './schedule';

type Running = JobIn<'running'>;

/**
 * Asks once for all running jobs of each account that has a pass.
 *
 * @returns ms until the next time; undefined when nothing runs or nobody can be asked
 */
export async function pollRunning(ports: QueuePorts): Promise<number | undefined> {
  const open = await ports.jobs.open();
  const running = open.filter((job) => job.state === 'running');
  let waitMs: number | undefined;
  for (const [account, jobs] of byAccount(running)) {
    const pass = await ports.session.pass(account);
    if (!pass) continue;
    const failure = await ask(ports, account, jobs, pass);
    waitMs = Math.max(waitMs ?? 0, POLL_EVERY_MS, failure?.retryAfterMs ?? 0);
  }
  return waitMs;
}

function byAccount(running: readonly Running[]): Map<string, Running[]> {
  const groups = new Map<string, Running[]>();
  for (const job of running) groups.set(job.account, [...(groups.get(job.account) ?? []), job]);
  return groups;
}

async function ask(
  ports: QueuePorts,
  account: string,
  jobs: readonly Running[],
  pass: Pass,
): Promise<Failure | undefined> {
  let outcome = await askOnce(ports, jobs, pass);
  if (outcome.type === 'failed' && outcome.failure.kind === 'signed-out') {
    const renewed = await ports.session.renew(account, pass);
    if (renewed) outcome = await askOnce(ports, jobs, renewed);
    if (outcome.type === 'failed' && outcome.failure.kind === 'signed-out')
      await ports.session.refused(account);
  }
  if (outcome.type === 'failed') {
    const { failure } = outcome;
    if (failure.kind !== 'not-found') return failure;
    if (jobs.length === 1) await forgotten(ports, jobs, failure);
    // One name that Flow no longer knows spoils the call for all: ask for each alone.
    else for (const job of jobs) await ask(ports, account, [job], pass);
    return undefined;
  }
  for (const job of jobs) await report(ports, job, find(outcome.operations, job));
  if (outcome.balance !== undefined) await ports.session.balance(account, outcome.balance);
  return undefined;
}

const askOnce = (ports: QueuePorts, jobs: readonly Running[], pass: Pass): Promise<StatusOutcome> =>
  ports.flow.status(
    jobs.map(({ operation, request, status }) => ({
      name: operation,
      sceneId: request.sceneId,
      status,
    })),
    pass,
  );

const find = (operations: readonly OperationState[], job: Running): OperationState | undefined =>
  operations.find(({ name }) => name === job.operation);

async function report(
  ports: QueuePorts,
  job: Running,
  state: OperationState | undefined,
): Promise<void> {
  if (!state) return;
  if (state.progress === 'done') {
    const { result, extras } = resultOf(job, state);
    await dispatch(ports, job.id, { type: 'finished', result }, extras);
  } else if (state.progress === 'failed') {
    await dispatch(ports, job.id, { type: 'broke', failure: brokenBy(state) });
  } else {
    await dispatch(ports, job.id, { type: 'reported', status: state.status });
  }
}

/** Flow's reason stands in the error's message; one report says that failed jobs are not billed. */
function brokenBy({ status, error }: OperationState): Failure {
  const message = error?.message;
  return {
    kind: 'generation',
    charged: 'unknown',
    reason: message?.match(/PUBLIC_ERROR_\w+/)?.[0] ?? status,
    message,
  };
}

async function forgotten(
  ports: QueuePorts,
  jobs: readonly Running[],
  failure: Failure,
): Promise<void> {
  for (const job of jobs)
    await dispatch(ports, job.id, { type: 'broke', failure: { ...failure, charged: 'unknown' } });
}
