import type { Failure } from '@/lib/flow/failure';
import type { JobIn } from '@/lib/job/job';
import { dispatch } from './dispatch';
import type { Pass, QueuePorts, StatusOutcome } from './ports';
import { reportStates } from './report-states';
import { pollDelay } from './schedule';

type Running = JobIn<'running'>;

/**
 * A step that asks once for all running jobs of each account that has a pass. It returns the ms
 * until the next time, longer after failures in a row; undefined when nothing runs or nobody can
 * be asked.
 */
export function createPoll(ports: QueuePorts): () => Promise<number | undefined> {
  let failures = 0;
  return async () => {
    const open = await ports.jobs.open();
    const running = open.filter((job) => job.state === 'running');
    let asked = false;
    let failure: Failure | undefined;
    for (const [account, jobs] of byAccount(running)) {
      const pass = await ports.session.pass(account);
      if (!pass) continue;
      asked = true;
      failure = (await ask(ports, account, jobs, pass)) ?? failure;
    }
    if (!asked) return undefined;
    failures = failure === undefined ? 0 : failures + 1;
    return pollDelay(failures, ports.random(), failure?.retryAfterMs);
  };
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
  const askedAt = ports.now();
  const before = await ports.session.balance(account);
  const outcome = await askWithRenewal(ports, account, jobs, pass);
  if (outcome.type === 'failed') return blame(ports, account, jobs, pass, outcome.failure);
  await reportStates(ports, jobs, outcome.operations, rise(before?.credits, outcome.balance));
  if (outcome.balance !== undefined)
    await ports.session.setBalance(account, outcome.balance, askedAt);
  return undefined;
}

const rise = (before: number | undefined, after: number | undefined): number =>
  before === undefined || after === undefined ? 0 : after - before;

async function askWithRenewal(
  ports: QueuePorts,
  account: string,
  jobs: readonly Running[],
  pass: Pass,
): Promise<StatusOutcome> {
  const outcome = await askOnce(ports, jobs, pass);
  if (!isSignedOut(outcome)) return outcome;
  const renewed = await ports.session.renew(account, pass);
  const again = renewed ? await askOnce(ports, jobs, renewed) : outcome;
  if (isSignedOut(again)) await ports.session.refused(account);
  return again;
}

const isSignedOut = (outcome: StatusOutcome): boolean =>
  outcome.type === 'failed' && outcome.failure.kind === 'signed-out';

const askOnce = (ports: QueuePorts, jobs: readonly Running[], pass: Pass): Promise<StatusOutcome> =>
  ports.flow.status(
    jobs.map(({ operation, request, status }) => ({
      name: operation,
      sceneId: request.sceneId,
      status,
    })),
    pass,
  );

/** One name that Flow no longer knows spoils the call for all: then each is asked for alone. */
async function blame(
  ports: QueuePorts,
  account: string,
  jobs: readonly Running[],
  pass: Pass,
  failure: Failure,
): Promise<Failure | undefined> {
  if (failure.kind !== 'not-found') return failure;
  const [only, ...others] = jobs;
  if (only && others.length === 0) {
    const unsure: Failure = { ...failure, charged: 'unknown' };
    await dispatch(ports, only.id, { type: 'broke', failure: unsure });
    return undefined;
  }
  for (const job of jobs) await ask(ports, account, [job], pass);
  return undefined;
}
