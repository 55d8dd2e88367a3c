import type { Hold } from '@/lib/job/hold';
import { type Job, jobSchema, OPEN_STATES } from '@/lib/job/job';
import { type LedgerEntry, ledgerId, ledgerSchema, spentSince } from '@/lib/job/ledger';
import { createPoll } from '@/lib/queue/poll-running';
import type { Pace, Pass, QueuePorts } from '@/lib/queue/ports';
import { recover } from '@/lib/queue/recover';
import { settleUnknown } from '@/lib/queue/settle-unknown';
import { submitNext } from '@/lib/queue/submit-next';
import { createFakeFlow } from './fake-flow';

const BY_PERSON = ['verification', 'quota'];

/** The moment at which the world stopped, as an error that ends whatever was under way. */
export class Stopped extends Error {}

/**
 * A whole queue on a disk and a Flow that outlive it. Every touch of a port is a point at which the
 * world can stop, before and after it takes effect; then only disk and Flow are left.
 */
export function createWorld(jobs: readonly Job[], pace: Pace = { gapMs: 0, atOnce: 4 }) {
  const clock = { now: 1_000_000 };
  const disk = new Map(jobs.map((job) => [job.id, structuredClone(job)]));
  const ledger = new Map<string, LedgerEntry>();
  const fake = createFakeFlow(() => clock.now);
  const state = {
    hold: undefined as Hold | undefined,
    pass: { token: 'ya29.a', sessionId: ';1' } as Pass | undefined,
    online: true,
    balance: undefined as { credits: number; askedAt: number } | undefined,
    /** Flow said stop: nothing may go out before this moment. Independent of the stored hold. */
    stoppedUntil: 0,
    submitsWhileHeld: 0,
  };
  let points = 0;
  let stopAt = Number.POSITIVE_INFINITY;

  /** Runs one effect between two points at which the world may stop. */
  async function touch<Value>(effect: () => Value | Promise<Value>): Promise<Value> {
    clock.now++;
    if (++points === stopAt) throw new Stopped();
    const value = await effect();
    if (++points === stopAt) throw new Stopped();
    return value;
  }

  const ports: QueuePorts = {
    flow: {
      submit: (request, pass) =>
        touch(() => {
          if (clock.now < state.stoppedUntil) state.submitsWhileHeld++;
          return fake.flow.submit(request, pass);
        }),
      status: (operations, pass) => touch(() => fake.flow.status(operations, pass)),
    },
    session: {
      pass: async () => state.pass,
      renew: () => touch(() => state.pass && { ...state.pass, token: `${state.pass.token}+` }),
      refused: () =>
        touch(() => {
          state.pass = undefined;
        }),
      balance: async () => state.balance,
      setBalance: (_, credits, askedAt) =>
        touch(() => {
          if (askedAt >= (state.balance?.askedAt ?? 0)) state.balance = { credits, askedAt };
        }),
      projectMedia: () => touch(() => (state.pass ? fake.list() : undefined)),
      isMoved: async () => false,
    },
    jobs: {
      open: async () => {
        const states: readonly string[] = OPEN_STATES;
        return [...disk.values()].filter((job) => states.includes(job.state));
      },
      unknown: async () => [...disk.values()].filter((job) => job.state === 'unknown'),
      claimed: async () => {
        const ids = [...disk.values()].flatMap((job) =>
          job.state === 'done' ? (job.result.mediaId ?? []) : [],
        );
        return new Set(ids);
      },
      update: (id, change) =>
        touch(() => {
          const before = disk.get(id);
          if (!before) return undefined;
          const { job, entry } = change(before, ledger.get(ledgerId(before)));
          if (job === before) return { job, changed: false };
          disk.set(id, jobSchema.parse(structuredClone(job)));
          if (entry) ledger.set(entry.id, ledgerSchema.parse(structuredClone(entry)));
          return { job, changed: true };
        }),
      lastSentAt: async () => {
        const times = [...disk.values()].flatMap(({ sentAt }) => sentAt ?? []);
        return times.length === 0 ? undefined : Math.max(...times);
      },
      spentSince: async (since) => spentSince([...ledger.values()], since),
    },
    hold: {
      get: async () => state.hold,
      set: (hold) =>
        touch(() => {
          state.hold = hold;
          if (hold && BY_PERSON.includes(hold.reason))
            state.stoppedUntil = Number.POSITIVE_INFINITY;
          if (hold?.reason === 'throttled') state.stoppedUntil = hold.until;
        }),
    },
    pace: async () => pace,
    isOnline: () => state.online,
    now: () => clock.now,
    random: () => 0,
  };

  return {
    clock,
    disk,
    ledger,
    fake,
    state,
    ports,
    points: () => points,
    /** Lets the world stop at its n-th point from now; never, where none is given. */
    stopAtPoint(n = Number.POSITIVE_INFINITY) {
      points = 0;
      stopAt = n;
    },
    /** The worker wakes and works for a while: every lane in turn, the clock going on. */
    async live(rounds: number): Promise<void> {
      await recover(ports);
      const poll = createPoll(ports);
      for (let round = 0; round < rounds; round++) {
        for (let sent: number | undefined = 0; sent === 0; ) sent = await submitNext(ports);
        await poll();
        await settleUnknown(ports);
        clock.now += 5000;
      }
    },
  };
}

export type World = ReturnType<typeof createWorld>;
