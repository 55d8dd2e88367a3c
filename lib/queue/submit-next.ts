import { MINUTE_MS } from '@/lib/base/time';
import { asOf, endsIn, type Hold, isHeld } from '@/lib/jobs/hold';
import type { Job } from '@/lib/jobs/job';
import { decide } from '@/lib/jobs/retry';
import type { ApiCredentials, SubmitOutcome } from '@/lib/labs/client';
import { dayStart } from '@/lib/ledger/ledger';
import { daysBefore } from '@/lib/ledger/spending';
import { type Blocked, chooseNext, type Next } from './choose-next';
import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';
import { othersMayGiveBack } from './refunds';
import { submitDelay } from './schedule';
import { type Answer, type Answers, type Balance, endSubmits, settleSubmit } from './settle-submit';

/** Far enough for the worker to sleep until the alarm; nobody tells it that the network is back. */
const OFFLINE_LOOK_MS = 2 * MINUTE_MS;

/** What the step that sends remembers from one time to the next. */
export interface SubmitMemory {
  readonly answers: Answers;
  /** A submit that lies ahead of the clock, and when that was first seen (epoch ms). */
  ahead?: { readonly sentAt: number; readonly seenAt: number };
}

/**
 * Sends the next waiting job if its time has come, and says as a hold why it cannot. What could not be
 * stored before is stored first: while the disk takes nothing, nothing is sent.
 *
 * @param memory the same for every call, as long as the worker lives
 * @returns ms until it is worth calling again; undefined when only an event from outside can help:
 *   a new job, a live session, the end of a running job, the end of a hold
 */
export async function submitNext(
  ports: QueuePorts,
  memory: SubmitMemory = { answers: new Map() },
): Promise<number | undefined> {
  await endSubmits(ports, memory.answers);
  await ports.hold.change((held) => asOf(held, ports.now()));
  await ports.hold.store();
  await ports.streak.store();
  const held = await stopped(ports);
  if (held) return endsIn(held, ports.now());
  const open = await ports.jobs.open();
  const choice = await chooseNext(ports, open);
  await showHold(ports, choice.blocked);
  if (!choice.next) return sooner(choice.takeBackMs, await untilFree(ports, choice.blocked));
  const delay = submitDelay(open, await lastSentAt(ports, memory), await ports.pace(), ports.now());
  if (delay !== 0) return delay;
  await send(ports, choice.next, memory.answers);
  return 0;
}

/**
 * When the last submit went out. One that lies ahead went out before the clock was put back, nobody
 * knows how long ago: it counts from when that was first seen, and those after it as always.
 */
async function lastSentAt(
  { jobs, now }: QueuePorts,
  memory: SubmitMemory,
): Promise<number | undefined> {
  const last = (await jobs.lastSubmit())?.sentAt;
  const at = now();
  if (last === undefined || last <= at) return last;
  const { ahead } = memory;
  const seenAt = ahead?.sentAt === last && ahead.seenAt <= at ? ahead.seenAt : at;
  memory.ahead = { sentAt: last, seenAt };
  return Math.max(seenAt, (await jobs.lastSubmit(at))?.sentAt ?? seenAt);
}

/** ms until what blocks the queue may have gone without anybody's telling. */
async function untilFree(
  ports: QueuePorts,
  blocked: Blocked | undefined,
): Promise<number | undefined> {
  if (blocked === undefined) return undefined;
  if (blocked === 'offline') return OFFLINE_LOOK_MS;
  const waits = [await ports.session.retryIn()];
  // A job above the limit of the day may stand behind one that cannot be paid.
  const { dayLimit } = await ports.pace();
  if (dayLimit !== undefined && (blocked === 'limit' || blocked === 'no-credits')) {
    const now = ports.now();
    waits.push(daysBefore(dayStart(now), -1) - now);
  }
  const known = waits.filter((wait) => wait !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

const sooner = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

/** What stops submits at this moment, whatever else is the case: the user's pause among it. */
async function stopped(ports: QueuePorts): Promise<Hold | undefined> {
  const hold = await ports.hold.get();
  return isHeld(hold, ports.now()) ? hold : undefined;
}

/**
 * Keeps the hold in step with what blocks the queue, if anything does. To find that out took a while,
 * in which the user may have paused: what stops whatever else is the case stays.
 */
function showHold(ports: QueuePorts, blocked: Blocked | undefined): Promise<void> {
  return ports.hold.change((held) => {
    const now = ports.now();
    if (held?.reason === blocked || isHeld(held, now)) return held;
    return blocked && { reason: blocked, since: now, until: now };
  });
}

/** Whether anything has come up since the job was chosen is looked at last, once it is stored. */
async function send(
  ports: QueuePorts,
  { job: waiting, credentials }: Next,
  answers: Answers,
): Promise<void> {
  if (await stopped(ports)) return;
  const before = await balanceBefore(ports, waiting.account);
  const since = before?.askedAt ?? ports.now();
  const isShared = await othersMayGiveBack(ports, waiting.account, [waiting.id], since);
  const along = { balance: before?.credits, isShared };
  const step = await dispatch(ports, waiting.id, { type: 'submit' }, along);
  if (!step?.effects.includes('send')) return;
  const { job } = step;
  // Nothing is awaited between the look at what stops and the submit.
  if (
    !(await ports.hasSiteAccess()) ||
    (await ports.session.isFlowOnly(job.account)) ||
    (await stopped(ports))
  ) {
    await dispatch(ports, job.id, { type: 'postponed' });
    return;
  }
  const keep = (outcome: SubmitOutcome): Answer => {
    const answer = { outcome, before };
    answers.set(job.id, answer);
    return answer;
  };
  let answer = keep(await ports.flow.submit(job.request, credentials));
  if (asksForToken(answer)) answer = (await withNewToken(ports, job, credentials, keep)) ?? answer;
  await settleSubmit(ports, job, answer);
  answers.delete(job.id);
}

/**
 * The same request once more with a new token. To ask the page for it takes seconds: a queue that is
 * held by then sends nothing.
 */
async function withNewToken(
  ports: QueuePorts,
  job: Job,
  refused: ApiCredentials,
  keep: (outcome: SubmitOutcome) => Answer,
): Promise<Answer | undefined> {
  const renewed = await ports.session.renew(job.account, refused);
  if (!(await ports.hasSiteAccess()) || (await stopped(ports))) return undefined;
  const answer = renewed && keep(await ports.flow.submit(job.request, renewed));
  if (!answer || asksForToken(answer)) await ports.session.refused(job.account);
  return answer;
}

const asksForToken = ({ outcome }: Answer): boolean =>
  outcome.type === 'failed' && decide(outcome.failure) === 'renew';

/**
 * The balance before a submit, if it is sure: one that was asked for before the outcome of the last
 * submit was stored may not know what that one took, were it only for a few ms on its way.
 */
async function balanceBefore(ports: QueuePorts, account: string): Promise<Balance | undefined> {
  const seen = await ports.session.balance(account);
  const last = await ports.jobs.lastSubmit();
  const { sentAt = Number.NEGATIVE_INFINITY, outcomeAt = sentAt } = last ?? {};
  if (seen && seen.askedAt > ports.now()) {
    // The clock was put back since: once it has come so far again, this would pass for the newest.
    await ports.session.setBalance(account, seen.credits, 0);
    return undefined;
  }
  const isSure = seen && seen.askedAt > sentAt && seen.askedAt >= outcomeAt;
  return isSure ? seen : undefined;
}
