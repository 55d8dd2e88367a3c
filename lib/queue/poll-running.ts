import { forEachAtOnce, forEachOf } from '@/lib/base/each';
import { groupBy } from '@/lib/base/group-by';
import type { Failure } from '@/lib/flow/failure';
import type { JobIn } from '@/lib/jobs/job';
import type { ApiCredentials, StatusOutcome } from '@/lib/labs/client';
import { dispatch } from './dispatch';
import { createMissing, type Missing } from './missing';
import type { QueuePorts } from './ports';
import { othersMayGiveBack } from './refunds';
import { reportStates } from './report-states';
import { pollDelay } from './schedule';
import type { Wait } from './work-loop';

type Running = JobIn<'running'>;

/**
 * A step that asks once for all running jobs of each account that has credentials. It returns the ms
 * until the next time, longer after failures in a row, and at most so many where nobody can be asked;
 * undefined when nothing runs.
 */
export function createPoll(ports: QueuePorts): () => Promise<Wait> {
  let failures = 0;
  const missing = createMissing();
  return async () => {
    const open = await ports.jobs.open();
    const running = open.filter((job) => job.state === 'running');
    missing.keep(running);
    // Without the sites every call would fail. Once they are given, all loops are woken.
    if (!(await ports.hasSiteAccess())) return undefined;
    let asked = false;
    const failed: Failure[] = [];
    // At once: a page that does not answer holds no other account's jobs.
    await forEachAtOnce(inCalls(running), async ([account, jobs]) => {
      const credentials = await ports.session.credentials(account);
      if (!credentials) return;
      asked = true;
      await forEachOf(missing.apart(jobs, ports.now()), async (call) => {
        failed.push(...(await ask(ports, account, call, credentials, missing)));
      });
    });
    if (!asked) return running.length > 0 ? untilAsked(ports) : undefined;
    failures = failed.length === 0 ? 0 : failures + 1;
    const askedFor = failed.map(({ retryAfterMs = 0 }) => retryAfterMs);
    return pollDelay(failures, ports.random(), Math.max(0, ...askedFor));
  };
}

/** A page that signs in meanwhile is asked with at once. */
async function untilAsked({ session }: QueuePorts): Promise<Wait> {
  const atMost = await session.retryIn();
  return atMost === undefined ? undefined : { atMost };
}

/** What one call can ask about: the jobs of one account, in one form. */
function inCalls(running: readonly Running[]): [account: string, jobs: Running[]][] {
  const calls = groupBy(running, ({ form, account }) => `${form ?? ''} ${account}`);
  return [...calls.values()].flatMap((jobs) => (jobs[0] ? [[jobs[0].account, jobs]] : []));
}

/** @returns why Flow is to be asked less often now; nothing where it answered */
async function ask(
  ports: QueuePorts,
  account: string,
  jobs: readonly Running[],
  credentials: ApiCredentials,
  missing: Missing,
): Promise<readonly Failure[]> {
  const askedAt = ports.now();
  const before = await ports.session.balance(account);
  const outcome = await askWithRenewal(ports, account, jobs, credentials);
  if (outcome.type === 'failed')
    return blame(ports, account, jobs, credentials, outcome.failure, missing);
  missing.found(jobs);
  const isShared = await othersMayGiveBack(ports, account, idsOf(jobs), before?.askedAt ?? askedAt);
  const risen = isShared ? 0 : rise(before?.credits, outcome.balance);
  await reportStates(ports, jobs, outcome.operations, risen);
  if (outcome.balance !== undefined)
    await ports.session.setBalance(account, outcome.balance, askedAt);
  return [];
}

const idsOf = (jobs: readonly Running[]): string[] => jobs.map(({ id }) => id);

const rise = (before: number | undefined, after: number | undefined): number =>
  before === undefined || after === undefined ? 0 : after - before;

async function askWithRenewal(
  ports: QueuePorts,
  account: string,
  jobs: readonly Running[],
  credentials: ApiCredentials,
): Promise<StatusOutcome> {
  const outcome = await askOnce(ports, jobs, credentials);
  if (!isSignedOut(outcome)) return outcome;
  const renewed = await ports.session.renew(account, credentials);
  const again = renewed ? await askOnce(ports, jobs, renewed) : outcome;
  if (isSignedOut(again)) await ports.session.refused(account);
  return again;
}

const isSignedOut = (outcome: StatusOutcome): boolean =>
  outcome.type === 'failed' && outcome.failure.kind === 'signed-out';

const askOnce = (
  ports: QueuePorts,
  jobs: readonly Running[],
  credentials: ApiCredentials,
): Promise<StatusOutcome> =>
  ports.flow.status(
    jobs.map(({ operation, form, request, status }) => ({
      name: operation,
      form,
      sceneId: request.sceneId,
      projectId: request.projectId,
      status,
    })),
    credentials,
  );

/**
 * One name that Flow does not know spoils the call for all: then each is asked for alone. It proves
 * nothing about the job: the URL itself may be gone for a moment. So the job runs on until its
 * deadline, and is asked for apart from the others.
 */
async function blame(
  ports: QueuePorts,
  account: string,
  jobs: readonly Running[],
  credentials: ApiCredentials,
  failure: Failure,
  missing: Missing,
): Promise<readonly Failure[]> {
  const isForm = failure.kind === 'invalid' && jobs.every(({ form }) => form !== undefined);
  if (isForm) return giveUp(ports, jobs, failure);
  if (failure.kind !== 'not-found') return [failure];
  const [only, ...others] = jobs;
  if (only && others.length === 0) {
    missing.lost(only, ports.now());
    await dispatch(ports, only.id, { type: 'expired' });
    return [];
  }
  const failed: Failure[] = [];
  await forEachOf(jobs, async (job) => {
    failed.push(...(await ask(ports, account, [job], credentials, missing)));
  });
  return failed;
}

/**
 * Flow does not take the question in the form that it named the jobs in: it knows them, and only the
 * project's list can say what became of them.
 */
async function giveUp(
  ports: QueuePorts,
  jobs: readonly Running[],
  failure: Failure,
): Promise<readonly Failure[]> {
  for (const { id, operation: mediaId } of jobs) {
    const lost: Failure = { ...failure, kind: 'unreadable', charged: 'unknown' };
    await dispatch(ports, id, { type: 'lost', failure: lost, mediaId });
  }
  return [];
}
