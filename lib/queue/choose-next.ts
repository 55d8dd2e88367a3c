import type { Job, JobIn } from '@/lib/jobs/job';
import type { ApiCredentials } from '@/lib/labs/client';
import { mostOf } from '@/lib/ledger/cost';
import { dayStart } from '@/lib/ledger/ledger';
import type { QueuePorts } from './ports';
import { takeBackLeft } from './schedule';

/** Why no waiting job can go out. */
export type Blocked =
  | 'site-access'
  | 'offline'
  | 'moved'
  | 'signed-out'
  | 'flow-only'
  | 'no-credits'
  | 'limit';

/** The job that goes out, and with what. */
export interface Next {
  readonly job: Job;
  readonly credentials: ApiCredentials;
}

export interface Choice {
  readonly next?: Next;
  readonly blocked?: Blocked;
  /** Ms until the first of those goes out that can still be taken back. */
  readonly takeBackMs?: number;
}

/**
 * The oldest waiting job that can go out: its account has credentials and may send, its price fits the balance, and
 * the day's limit allows it. A free job passes those that cannot be paid, and any job passes those that
 * can still be taken back.
 */
export async function chooseNext(ports: QueuePorts, open: readonly Job[]): Promise<Choice> {
  const now = ports.now();
  const waiting = open.filter((job) => job.state === 'waiting');
  const ready = waiting.filter((job) => takeBackLeft(job, now) === 0);
  const lefts = waiting.map((job) => takeBackLeft(job, now)).filter((left) => left > 0);
  return {
    ...(await chooseReady(ports, ready, open)),
    ...(lefts.length > 0 && { takeBackMs: Math.min(...lefts) }),
  };
}

async function chooseReady(
  ports: QueuePorts,
  ready: readonly JobIn<'waiting'>[],
  open: readonly Job[],
): Promise<Choice> {
  const running = new Set(open.filter(({ state }) => state === 'running').map(({ id }) => id));
  const waiting = ready
    // What it sends again is being made after all: its end decides.
    .filter(({ againOf }) => againOf === undefined || !running.has(againOf))
    .sort((a, b) => a.createdAt - b.createdAt);
  if (waiting.length === 0) return {};
  if (!(await ports.hasSiteAccess())) return { blocked: 'site-access' };
  if (!ports.isOnline()) return { blocked: 'offline' };
  const byAccount = await credentialsByAccount(ports, waiting);
  let blocked: Blocked | undefined;
  for (const job of waiting) {
    const credentials = byAccount.get(job.account);
    const why = credentials ? await stopping(ports, job) : undefined;
    if (credentials && why === undefined) return { next: { job, credentials } };
    blocked ??= why;
  }
  const [first] = waiting;
  if (blocked === undefined && first !== undefined)
    blocked = (await ports.session.isMoved(first.account)) ? 'moved' : 'signed-out';
  return blocked === undefined ? {} : { blocked };
}

async function credentialsByAccount(
  ports: QueuePorts,
  waiting: readonly Job[],
): Promise<Map<string, ApiCredentials>> {
  const accounts = [...new Set(waiting.map((job) => job.account))];
  // At once: a page that does not answer makes nobody else's wait longer.
  const byAccount = await Promise.all(
    accounts.map(async (account) => [account, await ports.session.credentials(account)] as const),
  );
  return new Map(
    byAccount.flatMap(([account, credentials]) => (credentials ? [[account, credentials]] : [])),
  );
}

async function stopping(
  ports: QueuePorts,
  job: JobIn<'waiting'>,
): Promise<'flow-only' | 'no-credits' | 'limit' | undefined> {
  return (await ports.session.isFlowOnly(job.account)) ? 'flow-only' : unaffordable(ports, job);
}

async function unaffordable(
  ports: QueuePorts,
  { account, price, allowed }: JobIn<'waiting'>,
): Promise<'no-credits' | 'limit' | undefined> {
  if (price === 0) return undefined;
  const balance = await ports.session.balance(account);
  // What the page shows may lift this stop and never cause it: its scripts can make it up.
  const most = balance && Math.max(balance.credits, balance.shown ?? 0);
  if (price !== undefined && most !== undefined && price > most) return 'no-credits';
  const { dayLimit } = await ports.pace();
  if (dayLimit === undefined || allowed) return undefined;
  const spent = await ports.jobs.costSince(dayStart(ports.now()));
  // What nobody knows may be any sum: the user decides.
  if (price === undefined || spent.possibleUnpriced > 0) return 'limit';
  return mostOf(spent) + price > dayLimit ? 'limit' : undefined;
}
