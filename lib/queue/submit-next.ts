import type { Failure } from '@/lib/flow/failure';
import { holdFor, isHeld } from '@/lib/job/hold';
import type { Job, JobResult } from '@/lib/job/job';
import { dispatch } from './dispatch';
import type { Extras, Pass, QueuePorts, SubmitOutcome } from './ports';
import { resultOf } from './result';
import { nextWaiting, submitDelay } from './schedule';

/**
 * Sends the next waiting job if its time has come.
 *
 * @returns ms until it is worth calling again; undefined when only an event from outside can help:
 *   a new job, a live session, the end of a running job, the end of a hold
 */
export async function submitNext(ports: QueuePorts): Promise<number | undefined> {
  const now = ports.now();
  const hold = await ports.hold.get();
  const open = await ports.jobs.open();
  if (!open.some((job) => job.state === 'waiting') || !ports.isOnline()) return undefined;
  if (isHeld(hold, now)) return hold?.reason === 'throttled' ? hold.until - now : undefined;
  if (hold) await ports.hold.set(undefined);
  const passes = await passesFor(ports, open);
  const job = nextWaiting(open, new Set(passes.keys()));
  const pass = job && passes.get(job.account);
  if (!job || !pass) return undefined;
  const delay = submitDelay(open, await ports.jobs.lastSentAt(), await ports.pace(), now);
  if (delay !== 0) return delay;
  await send(ports, job, pass);
  return 0;
}

async function passesFor(ports: QueuePorts, open: readonly Job[]): Promise<Map<string, Pass>> {
  const passes = new Map<string, Pass>();
  const waiting = open.filter((job) => job.state === 'waiting');
  for (const account of new Set(waiting.map((job) => job.account))) {
    const pass = await ports.session.pass(account);
    if (pass) passes.set(account, pass);
  }
  return passes;
}

async function send(ports: QueuePorts, waiting: Job, pass: Pass): Promise<void> {
  const step = await dispatch(ports, waiting.id, { type: 'submit' });
  if (!step?.changed) return;
  const { job } = step;
  let outcome = await ports.flow.submit(job.request, pass);
  if (isSignedOut(outcome)) {
    // A 401 proves that nothing was started, so one repeat with a new token is safe.
    const renewed = await ports.session.renew(job.account, pass);
    if (renewed) outcome = await ports.flow.submit(job.request, renewed);
    if (isSignedOut(outcome)) await ports.session.refused(job.account);
  }
  await settle(ports, job, outcome);
}

const isSignedOut = (outcome: SubmitOutcome): boolean =>
  outcome.type === 'refused' && outcome.failure.kind === 'signed-out';

async function settle(ports: QueuePorts, job: Job, outcome: SubmitOutcome): Promise<void> {
  switch (outcome.type) {
    case 'lost':
      await dispatch(ports, job.id, { type: 'lost', failure: outcome.failure });
      return;
    case 'refused':
      await refuse(ports, job, outcome.failure);
      return;
    case 'answered': {
      const { operation, balance } = outcome;
      await accept(ports, job, operation);
      if (balance !== undefined) await ports.session.balance(job.account, balance);
    }
  }
}

/** Refusals that may change put the job back in line, and stop the queue where Flow said stop. */
async function refuse(ports: QueuePorts, job: Job, failure: Failure): Promise<void> {
  const hold = holdFor(failure, ports.now());
  if (hold) await ports.hold.set(hold);
  const comesBack = hold !== undefined || failure.kind === 'signed-out';
  await dispatch(ports, job.id, comesBack ? { type: 'postponed' } : { type: 'refused', failure });
}

async function accept(
  ports: QueuePorts,
  job: Job,
  operation: Extract<SubmitOutcome, { type: 'answered' }>['operation'],
): Promise<void> {
  if (operation.progress === 'done') {
    const { result, extras }: { result: JobResult; extras: Extras } = resultOf(job, operation);
    await dispatch(ports, job.id, { type: 'finished', result }, extras);
  } else if (operation.name !== undefined) {
    const { name, status } = operation;
    await dispatch(ports, job.id, { type: 'accepted', operation: name, status });
  } else {
    const failure: Failure = { kind: 'unreadable', charged: 'unknown' };
    await dispatch(ports, job.id, { type: 'lost', failure });
  }
}
