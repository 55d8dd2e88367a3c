import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import type { Hold } from '@/lib/job/hold';
import { type Job, OPEN_STATES } from '@/lib/job/job';
import { costSince, type LedgerEntry, ledgerId } from '@/lib/job/ledger';
import { NO_STREAK } from '@/lib/job/streak';
import type {
  Extras,
  Pace,
  Pass,
  QueuePorts,
  StatusOutcome,
  SubmitOutcome,
} from '@/lib/queue/ports';

export const PASS: Pass = { token: 'ya29.first', sessionId: ';1764079885884' };
export const RENEWED: Pass = { ...PASS, token: 'ya29.second' };

/** Everything the queue touches, in memory, with a log of what it did in order. */
export function createFakePorts(jobs: readonly Job[]) {
  const log: string[] = [];
  const stored = new Map(jobs.map((job) => [job.id, structuredClone(job)]));
  const extras = new Map<string, Extras>();
  const ledger = new Map<string, LedgerEntry>();
  const world = {
    now: 100_000,
    online: true,
    hold: undefined as Hold | undefined,
    /** The hold is in memory only: no disk takes it. */
    isFull: false,
    streak: NO_STREAK,
    pass: PASS as Pass | undefined,
    renewed: RENEWED as Pass | undefined,
    balance: undefined as number | undefined,
    projectMedia: [] as readonly Media[],
    moved: false,
    /** ms until a refused token may be tried again. */
    retryIn: undefined as number | undefined,
    random: 0,
    pace: { gapMs: 10_000, atOnce: 4 } as Pace,
    /** What Flow answers, one after another; then the last one again and again. */
    submits: [] as SubmitOutcome[],
    statuses: [] as StatusOutcome[],
  };
  const take = <Value>(answers: Value[]): Value => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined) throw new Error('the test gave no answer');
    return answer;
  };

  const ports: QueuePorts = {
    flow: {
      async submit(request, { token }) {
        log.push(`submit ${request.sceneId} with ${token}`);
        return take(world.submits);
      },
      async status(operations, { token }) {
        log.push(`status ${operations.map(({ name }) => name).join(' ')} with ${token}`);
        return take(world.statuses);
      },
    },
    session: {
      pass: async () => world.pass,
      async renew() {
        log.push('renew');
        if (world.renewed) world.pass = world.renewed;
        return world.renewed;
      },
      async refused() {
        log.push('signed out');
        world.pass = undefined;
      },
      balance: async () =>
        world.balance === undefined ? undefined : { credits: world.balance, askedAt: world.now },
      async setBalance(_, credits) {
        world.balance = credits;
      },
      async projectMedia() {
        log.push('project list');
        return world.projectMedia;
      },
      isMoved: async () => world.moved,
      retryIn: async () => world.retryIn,
    },
    jobs: {
      async open() {
        const states: readonly string[] = OPEN_STATES;
        return [...stored.values()].filter(({ state }) => states.includes(state));
      },
      async unknown() {
        return [...stored.values()].filter((job) => job.state === 'unknown');
      },
      async claimed() {
        const jobs = [...stored.values()];
        return new Set(
          jobs.flatMap((job) => (job.state === 'done' ? (job.result.mediaId ?? []) : [])),
        );
      },
      sentSince: async (since) =>
        [...stored.values()].filter(({ sentAt }) => sentAt !== undefined && sentAt >= since),
      async update(id, change, more) {
        const before = stored.get(id);
        if (!before) return undefined;
        const { claims: clip, ...rest } = more ?? {};
        const isTaken =
          [...stored.values()].some(
            (job) => job.id !== id && job.state === 'done' && job.result.mediaId === clip,
          ) && clip !== undefined;
        const original = stored.get(before.againOf ?? '');
        const found = { original, isTaken };
        const { job, entry } = change(before, ledger.get(ledgerId(before)), found);
        if (job === before) return { job, changed: false };
        log.push(`store ${job.state}`);
        stored.set(id, structuredClone(job));
        if (entry) ledger.set(entry.id, entry);
        if (Object.keys(rest).length > 0) extras.set(id, rest);
        return { job, changed: true };
      },
      costSince: async (since) => costSince([...ledger.values()], since),
      lastSubmit: async (upTo = Number.POSITIVE_INFINITY) =>
        [...stored.values()]
          .filter(({ sentAt }) => sentAt !== undefined && sentAt <= upTo)
          .toSorted((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0))[0],
    },
    hold: {
      get: async () => world.hold,
      async change(next) {
        world.hold = next(world.hold);
      },
      async store() {
        if (world.isFull) throw new Error('the disk is full');
      },
    },
    streak: {
      get: async () => world.streak,
      async change(next) {
        world.streak = next(world.streak);
      },
      store: async () => undefined,
    },
    pace: async () => world.pace,
    isOnline: () => world.online,
    now: () => world.now,
    random: () => world.random,
  };
  return { ports, world, log, stored, extras, ledger };
}

export const answered = (name: string, sceneId: string): SubmitOutcome => ({
  type: 'answered',
  operation: { name, sceneId, status: 'PENDING', progress: 'running' },
  balance: 1520,
});

export const refused = (kind: Failure['kind'], own: Partial<Failure> = {}): SubmitOutcome => ({
  type: 'failed',
  failure: { kind, charged: 'no', ...own },
});
