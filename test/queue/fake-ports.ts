import type { Failure } from '@/lib/flow/failure';
import type { Hold } from '@/lib/job/hold';
import { type Job, OPEN_STATES } from '@/lib/job/job';
import type { Extras, Pass, QueuePorts, StatusOutcome, SubmitOutcome } from '@/lib/queue/ports';

export const PASS: Pass = { token: 'ya29.first', sessionId: ';1764079885884' };
export const RENEWED: Pass = { ...PASS, token: 'ya29.second' };

/** Everything the queue touches, in memory, with a log of what it did in order. */
export function createFakePorts(jobs: readonly Job[]) {
  const log: string[] = [];
  const stored = new Map(jobs.map((job) => [job.id, structuredClone(job)]));
  const extras = new Map<string, Extras>();
  const world = {
    now: 100_000,
    online: true,
    hold: undefined as Hold | undefined,
    pass: PASS as Pass | undefined,
    renewed: RENEWED as Pass | undefined,
    balance: undefined as number | undefined,
    pace: { gapMs: 10_000, atOnce: 4 },
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
      async balance(_, credits) {
        world.balance = credits;
      },
    },
    jobs: {
      async open() {
        const states: readonly string[] = OPEN_STATES;
        return [...stored.values()].filter(({ state }) => states.includes(state));
      },
      async update(id, change, more) {
        const before = stored.get(id);
        if (!before) return undefined;
        const job = change(before);
        if (job === before) return { job, changed: false };
        log.push(`store ${job.state}`);
        stored.set(id, structuredClone(job));
        if (more) extras.set(id, more);
        return { job, changed: true };
      },
      async lastSentAt() {
        const times = [...stored.values()].flatMap(({ sentAt }) => sentAt ?? []);
        return times.length === 0 ? undefined : Math.max(...times);
      },
    },
    hold: {
      get: async () => world.hold,
      async set(hold) {
        world.hold = hold;
      },
    },
    pace: async () => world.pace,
    isOnline: () => world.online,
    now: () => world.now,
  };
  return { ports, world, log, stored, extras };
}

export const answered = (name: string, sceneId: string): SubmitOutcome => ({
  type: 'answered',
  operation: { name, sceneId, status: 'PENDING', progress: 'running' },
  balance: 1520,
});

export const refused = (kind: Failure['kind'], own: Partial<Failure> = {}): SubmitOutcome => ({
  type: 'refused',
  failure: { kind, charged: 'no', ...own },
});
