import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import type { Hold } from '@/lib/jobs/hold';
import type { Job } from '@/lib/jobs/job';
import { NO_STREAK } from '@/lib/jobs/streak';
import type { ApiCredentials, StatusOutcome, SubmitOutcome } from '@/lib/labs/client';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import type { Extras, Pace, QueuePorts } from '@/lib/queue/ports';
import { createFakeJobs } from './fake-jobs';

export const PASS: ApiCredentials = { token: 'ya29.first', sessionId: ';1764079885884' };
export const RENEWED: ApiCredentials = { ...PASS, token: 'ya29.second' };

/**
 * Everything the queue touches, in memory, with a log of what it did in order. The test gives each
 * answer of Flow and of the session, also those that a Flow with books of its own (`fake-flow.ts`)
 * would not give: `world-ports.ts` is for what holds whatever happens, this for one step at a time.
 */
export function createFakePorts(jobs: readonly Job[]) {
  const log: string[] = [];
  const stored = new Map(jobs.map((job) => [job.id, structuredClone(job)]));
  const extras = new Map<string, Extras>();
  const ledger = new Map<string, LedgerEntry>();
  const world = {
    now: 100_000,
    online: true,
    hasSites: true,
    hold: undefined as Hold | undefined,
    /** The hold is in memory only: no disk takes it. */
    isFull: false,
    streak: NO_STREAK,
    credentials: PASS as ApiCredentials | undefined,
    renewed: RENEWED as ApiCredentials | undefined,
    balance: undefined as number | undefined,
    projectMedia: [] as readonly Media[],
    moved: false,
    flowOnly: false,
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
      credentials: async () => world.credentials,
      async renew() {
        log.push('renew');
        if (world.renewed) world.credentials = world.renewed;
        return world.renewed;
      },
      async refused() {
        log.push('signed out');
        world.credentials = undefined;
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
      isFlowOnly: async () => world.flowOnly,
      isMoved: async () => world.moved,
      retryIn: async () => world.retryIn,
    },
    jobs: createFakeJobs({
      jobs: stored,
      ledger,
      touch: async (effect) => effect(),
      beforeWrite(job, left) {
        log.push(`store ${job.state}`);
        if (Object.keys(left).length > 0) extras.set(job.id, left);
      },
    }),
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
    hasSiteAccess: async () => world.hasSites,
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
