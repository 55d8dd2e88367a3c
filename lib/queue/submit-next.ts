import { MINUTE_MS } from '@/lib/base/time';
import type { Failure } from '@/lib/flow/failure';
import { heldOn, holdFor, isHeld } from '@/lib/job/hold';
import type { Job } from '@/lib/job/job';
import { decide } from '@/lib/job/retry';
import { type Blocked, chooseNext } from './choose-next';
import { dispatch } from './dispatch';
import type { Pass, QueuePorts, SubmitOutcome } from './ports';
import { resultOf } from './result';
import { submitDelay } from './schedule';

/** Far enough for the worker to sleep until the alarm; nobody tells it that the network is back. */
const OFFLINE_LOOK_MS = 2 * MINUTE_MS;

/**
 * Sends the next waiting job if its time has come, and says as a hold why it cannot.
 *
 * @returns ms until it is worth calling again; undefined when only an event from outside can help:
 *   a new job, a live session, the end of a running job, the end of a hold
 */
export async function submitNext(ports: QueuePorts): Promise<number | undefined> {
  const now = ports.now();
  const hold = await ports.hold.get();
  const open = await ports.jobs.open();
  if (isHeld(hold, now)) return hold.reason === 'throttled' ? hold.until - now : undefined;
  const choice = await chooseNext(ports, open);
  await showHold(ports, choice.blocked);
  if (!choice.next) return choice.blocked === 'offline' ? OFFLINE_LOOK_MS : undefined;
  const delay = submitDelay(open, await ports.jobs.lastSentAt(), await ports.pace(), now);
  if (delay !== 0) return delay;
  await send(ports, choice.next.job, choice.next.pass);
  return 0;
}

/** Keeps the stored hold in step with what blocks the queue, if anything does. */
async function showHold(ports: QueuePorts, blocked: Blocked | undefined): Promise<void> {
  const hold = await ports.hold.get();
  if (hold?.reason === blocked) return;
  const now = ports.now();
  await ports.hold.set(blocked && { reason: blocked, since: now, until: now });
}

async function send(ports: QueuePorts, waiting: Job, pass: Pass): Promise<void> {
  const balance = await balanceBefore(ports, waiting.account);
  const step = await dispatch(ports, waiting.id, { type: 'submit' }, { balance });
  if (!step?.effects.includes('send')) return;
  const { job } = step;
  let outcome = await ports.flow.submit(job.request, pass);
  if (asksForToken(outcome)) {
    const renewed = await ports.session.renew(job.account, pass);
    if (renewed) outcome = await ports.flow.submit(job.request, renewed);
    if (asksForToken(outcome)) await ports.session.refused(job.account);
  }
  await settle(ports, job, outcome);
}

/**
 * The balance before a submit, if it is sure: one that was asked for before the last submit went out
 * does not know what that one took.
 */
async function balanceBefore(ports: QueuePorts, account: string): Promise<number | undefined> {
  const seen = await ports.session.balance(account);
  const lastSentAt = await ports.jobs.lastSentAt();
  const isSure = seen && (lastSentAt === undefined || seen.askedAt > lastSentAt);
  return isSure ? seen.credits : undefined;
}

const asksForToken = (outcome: SubmitOutcome): boolean =>
  outcome.type === 'failed' && decide(outcome.failure) === 'renew';

async function settle(ports: QueuePorts, job: Job, outcome: SubmitOutcome): Promise<void> {
  if (outcome.type === 'failed') return settleFailure(ports, job, outcome.failure);
  const { balance } = outcome;
  await accept(ports, job, outcome);
  if (balance !== undefined) await ports.session.setBalance(job.account, balance, ports.now());
}

async function settleFailure(ports: QueuePorts, job: Job, failure: Failure): Promise<void> {
  switch (decide(failure)) {
    case 'unknown':
      await dispatch(ports, job.id, { type: 'lost', failure });
      return;
    case 'fail':
      await dispatch(ports, job.id, { type: 'refused', failure });
      return;
    case 'hold':
      await ports.hold.set(heldOn(await ports.hold.get(), holdFor(failure, ports.now())));
      await dispatch(ports, job.id, { type: 'postponed' });
      return;
    case 'renew':
      await dispatch(ports, job.id, { type: 'postponed' });
  }
}

async function accept(
  ports: QueuePorts,
  job: Job,
  { operation, balance }: Extract<SubmitOutcome, { type: 'answered' }>,
): Promise<void> {
  if (operation.progress === 'done') {
    const { result, extras } = resultOf(job, operation);
    await dispatch(ports, job.id, { type: 'finished', result }, { balance, extras });
  } else if (operation.name !== undefined) {
    const { name, status } = operation;
    await dispatch(ports, job.id, { type: 'accepted', operation: name, status }, { balance });
  } else {
    const failure: Failure = { kind: 'unreadable', charged: 'unknown' };
    await dispatch(ports, job.id, { type: 'lost', failure });
  }
}
