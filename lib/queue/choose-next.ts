import type { Job, JobIn } from '@/lib/job/job';
import { dayStart } from '@/lib/job/ledger';
import type { Pass, QueuePorts } from './ports';

/** Why no waiting job can go out. */
export type Blocked = 'offline' | 'moved' | 'signed-out' | 'no-credits' | 'limit';

export interface Choice {
  readonly next?: { readonly job: Job; readonly pass: Pass };
  readonly blocked?: Blocked;
}

/**
 * The oldest waiting job that can go out: its account has a pass, its price fits the balance, and
 * the day's limit allows it. A free job passes those that cannot be paid.
 */
export async function chooseNext(ports: QueuePorts, open: readonly Job[]): Promise<Choice> {
  const waiting = open
    .filter((job) => job.state === 'waiting')
    .sort((a, b) => a.createdAt - b.createdAt);
  if (waiting.length === 0) return {};
  if (!ports.isOnline()) return { blocked: 'offline' };
  const passes = await passesFor(ports, waiting);
  let blocked: Blocked | undefined;
  for (const job of waiting) {
    const pass = passes.get(job.account);
    const why = pass ? await unaffordable(ports, job) : undefined;
    if (pass && why === undefined) return { next: { job, pass } };
    blocked ??= why;
  }
  if (blocked === undefined) blocked = (await ports.session.isMoved()) ? 'moved' : 'signed-out';
  return { blocked };
}

async function passesFor(ports: QueuePorts, waiting: readonly Job[]): Promise<Map<string, Pass>> {
  const passes = new Map<string, Pass>();
  for (const account of new Set(waiting.map((job) => job.account))) {
    const pass = await ports.session.pass(account);
    if (pass) passes.set(account, pass);
  }
  return passes;
}

async function unaffordable(
  ports: QueuePorts,
  { account, price, allowed }: JobIn<'waiting'>,
): Promise<'no-credits' | 'limit' | undefined> {
  if (price === 0) return undefined;
  const balance = await ports.session.balance(account);
  if (price !== undefined && balance && price > balance.credits) return 'no-credits';
  const { dayLimit } = await ports.pace();
  if (dayLimit === undefined || allowed) return undefined;
  const spent = await ports.jobs.spentSince(dayStart(ports.now()));
  return spent + (price ?? 0) > dayLimit ? 'limit' : undefined;
}
