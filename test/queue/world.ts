import type { GenerationRequest } from '@/lib/flow/request';
import type { Hold } from '@/lib/job/hold';
import { canGoAgain, type Job, type JobState, jobSchema, OPEN_STATES } from '@/lib/job/job';
import { costSince, type LedgerEntry, ledgerId, ledgerSchema } from '@/lib/job/ledger';
import { NO_STREAK, streakSchema } from '@/lib/job/streak';
import { createPoll } from '@/lib/queue/poll-running';
import type { Pace, Pass, QueuePorts, SubmitOutcome } from '@/lib/queue/ports';
import { recover } from '@/lib/queue/recover';
import { createSettle } from '@/lib/queue/settle-unknown';
import { type SubmitMemory, submitNext } from '@/lib/queue/submit-next';
import { ACCOUNT, core, uuid } from '../job/sample-jobs';
import { createFakeFlow } from './fake-flow';

const BY_PERSON = ['verification', 'quota', 'outage', 'refused'];
const IN_TIME = ['throttled', 'trouble'];

/** After two submits in a row without a proof, nothing goes out for so long. */
const BRAKE_MS = 2 * 60_000;

/** Two people of one machine, each with projects of their own. */
export const ACCOUNTS = [ACCOUNT, 'account-of-ben'];

export const passOf = (account: string): Pass => ({ token: `${account} ya29`, sessionId: ';1' });

/** What is in one of these needs nothing that sends it again. */
const SENT_ENOUGH: readonly JobState[] = ['running', 'done'];

const provesNothing = (outcome: SubmitOutcome): boolean =>
  outcome.type === 'failed' && outcome.failure.charged === 'unknown';

const isOfNet = (outcome: SubmitOutcome): boolean =>
  outcome.type === 'failed' && outcome.failure.kind === 'network';

/** A write that the disk did not take. */
export class Full extends Error {}

/** The moment at which the world stopped, as an error that ends whatever was under way. */
export class Stopped extends Error {}

/**
 * A whole queue on a disk and a Flow that outlive it. Every touch of a port is a point at which the
 * world can stop, before and after it takes effect; then only disk and Flow are left.
 */
export function createWorld(
  jobs: readonly Job[],
  pace: Pace = { gapMs: 0, atOnce: 4 },
  priceOf?: (request: GenerationRequest) => number,
) {
  const clock = { now: Date.UTC(2026, 10, 26) };
  const disk = new Map(jobs.map((job) => [job.id, structuredClone(job)]));
  const ledger = new Map<string, LedgerEntry>();
  const fake = createFakeFlow(() => clock.now, priceOf);
  const state = {
    hold: undefined as Hold | undefined,
    streak: NO_STREAK,
    passes: new Map(ACCOUNTS.map((account) => [account, passOf(account)])),
    /** Accounts whose page does not answer. */
    silent: new Set<string>(),
    online: true,
    balances: new Map<string, { credits: number; askedAt: number }>(),
    /** What the pages show of the balance, true or not. */
    shown: undefined as number | undefined,
    /** Flow said stop: nothing may go out before this moment. Independent of the stored hold. */
    stoppedUntil: 0,
    submitsWhileHeld: 0,
    /** The person has pressed Pause and not Resume, whatever the queue has made of it. */
    isPaused: false,
    /** What the person does in the middle of a step: at which point from now on. */
    meddling: undefined as { inPoints: number; act: () => Promise<unknown> } | undefined,
    /** How many writes of jobs the disk refuses, from which point on. */
    refusing: { inPoints: 0, writes: 0 },
    /** Submits in a row, as Flow saw them, whose answers do not say what became of them. */
    unproved: 0,
    /** Jobs that went out although what they send again was running or had come out. */
    sentBesideOriginal: [] as string[],
    /** Up to when the person may take a job back for sure, by its id, and the jobs that went out before. */
    takeBackUntil: new Map<string, number>(),
    sentTooSoon: [] as string[],
  };
  const stop = (until: number) => {
    state.stoppedUntil = Math.max(state.stoppedUntil, until);
  };
  let points = 0;
  let stopAt = Number.POSITIVE_INFINITY;

  /** Runs one effect between two points at which the world may stop. */
  async function touch<Value>(effect: () => Value | Promise<Value>): Promise<Value> {
    clock.now++;
    if (++points >= stopAt) throw new Stopped();
    if (state.refusing.inPoints > 0) state.refusing.inPoints--;
    const { meddling } = state;
    if (meddling && --meddling.inPoints <= 0) {
      state.meddling = undefined;
      await meddling.act();
    }
    const value = await effect();
    if (++points >= stopAt) throw new Stopped();
    return value;
  }

  /** A page that does not answer takes all the time that a question has. */
  function ask(account: string): Pass | undefined {
    if (!state.silent.has(account)) return state.passes.get(account);
    clock.now += 10_000;
    return undefined;
  }

  const ports: QueuePorts = {
    flow: {
      submit: (request, pass) => {
        if (state.isPaused) state.submitsWhileHeld++;
        const original = disk.get(disk.get(request.sceneId)?.againOf ?? '');
        if (original && SENT_ENOUGH.includes(original.state))
          state.sentBesideOriginal.push(request.sceneId);
        return touch(async () => {
          if (clock.now < state.stoppedUntil) state.submitsWhileHeld++;
          if (clock.now < (state.takeBackUntil.get(request.sceneId) ?? 0))
            state.sentTooSoon.push(request.sceneId);
          const outcome = await fake.flow.submit(request, pass);
          // What is lost while the machine says that it has no net says nothing of Flow.
          if (state.online || !isOfNet(outcome))
            state.unproved = provesNothing(outcome) ? state.unproved + 1 : 0;
          if (state.unproved >= 2) stop(clock.now + BRAKE_MS);
          return outcome;
        });
      },
      status: (operations, pass) => touch(() => fake.flow.status(operations, pass)),
    },
    session: {
      // A page that is asked takes its time.
      pass: (account) => touch(() => ask(account)),
      renew: (account) =>
        touch(() => {
          const pass = ask(account);
          return pass && { ...pass, token: `${pass.token}+` };
        }),
      refused: (account) =>
        touch(() => {
          state.passes.delete(account);
        }),
      balance: (account) =>
        touch(() => {
          const own = state.balances.get(account);
          return own && state.shown !== undefined ? { ...own, shown: state.shown } : own;
        }),
      setBalance: (account, credits, askedAt) =>
        touch(() => {
          const known = state.balances.get(account)?.askedAt ?? 0;
          if (askedAt >= known || known > clock.now)
            state.balances.set(account, { credits, askedAt });
        }),
      projectMedia: (account, projectId) =>
        touch(() => (ask(account) ? fake.list(projectId) : undefined)),
      isMoved: async () => false,
      retryIn: async () => undefined,
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
      sentSince: async (since) =>
        [...disk.values()].filter(({ sentAt }) => sentAt !== undefined && sentAt >= since),
      update: (id, change, { claims } = {}) =>
        touch(() => {
          const before = disk.get(id);
          if (!before) return undefined;
          const isTaken =
            claims !== undefined &&
            [...disk.values()].some(
              (job) => job.id !== id && job.state === 'done' && job.result.mediaId === claims,
            );
          const found = { original: disk.get(before.againOf ?? ''), isTaken };
          const { job, entry } = change(before, ledger.get(ledgerId(before)), found);
          if (job === before) return { job, changed: false };
          if (state.refusing.inPoints === 0 && state.refusing.writes > 0) {
            state.refusing.writes--;
            throw new Full();
          }
          disk.set(id, jobSchema.parse(structuredClone(job)));
          if (entry) ledger.set(entry.id, ledgerSchema.parse(structuredClone(entry)));
          return { job, changed: true };
        }),
      lastSubmit: async (upTo = Number.POSITIVE_INFINITY) =>
        [...disk.values()]
          .filter(({ sentAt }) => sentAt !== undefined && sentAt <= upTo)
          .toSorted((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0))[0],
      costSince: (since) => touch(() => costSince([...ledger.values()], since)),
    },
    hold: {
      get: async () => state.hold,
      change: async (next) => {
        if (next(state.hold) === state.hold) return;
        await touch(() => {
          const hold = next(state.hold);
          state.hold = hold;
          if (hold && BY_PERSON.includes(hold.reason))
            state.stoppedUntil = Number.POSITIVE_INFINITY;
          if (hold && IN_TIME.includes(hold.reason)) stop(hold.until);
        });
      },
      store: async () => undefined,
    },
    streak: {
      get: async () => state.streak,
      change: async (next) => {
        if (next(state.streak) === state.streak) return;
        await touch(() => {
          state.streak = streakSchema.parse(structuredClone(next(state.streak)));
        });
      },
      store: async () => undefined,
    },
    pace: async () => pace,
    isOnline: () => state.online,
    now: () => clock.now,
    random: () => 0,
  };

  /** A step that met a full disk is tried again in the next round. */
  async function tried<Value>(step: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      return undefined;
    }
  }

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
    /** The person wishes for one more, with a seed of its own unless it is told. */
    add(seed?: number, account: string = ACCOUNT, isPriced = true): void {
      const n = disk.size + 1;
      const { request: sample, price, ...rest } = core(n);
      const projectId = account === ACCOUNT ? sample.projectId : uuid(800);
      const request = { ...sample, projectId, seed: seed ?? 100 + n };
      const job: Job = { ...rest, account, request, state: 'waiting', ...(isPriced && { price }) };
      disk.set(job.id, job);
    },
    /** The person sends one without a form, which they can take back for a while. */
    addToTakeBack(): void {
      const createdAt = clock.now;
      const notBefore = createdAt + 10_000;
      const job: Job = { ...core(disk.size + 1), createdAt, state: 'waiting', notBefore };
      disk.set(job.id, job);
      state.takeBackUntil.set(job.id, notBefore);
    },
    /** The one page there is goes on with that account: the others have none, and no balance. */
    switchTo(account: string): void {
      state.passes = new Map([[account, passOf(account)]]);
      state.balances.clear();
    },
    /** The person sends one again, which the store takes once and only after an end without a clip. */
    again(id: string): void {
      const original = disk.get(id);
      const isRepeated = [...disk.values()].some(({ againOf }) => againOf === id);
      if (!original || !canGoAgain(original) || isRepeated) return;
      const next = core(disk.size + 1);
      const request = { ...original.request, sceneId: next.id };
      const { account } = original;
      disk.set(next.id, { ...next, account, request, state: 'waiting', againOf: id });
    },
    /** The machine's clock is put back: what Flow wants waited for takes as long as before. */
    putBack(ms: number): void {
      clock.now -= ms;
      state.stoppedUntil -= ms;
      // How long it has waited can no longer be known.
      state.takeBackUntil.clear();
    },
    /** The worker wakes and works for a while, the clock going on: every lane in turn, or all at once. */
    async live(rounds: number, together = false): Promise<void> {
      await tried(() => recover(ports));
      const poll = createPoll(ports);
      const memory: SubmitMemory = { answers: new Map() };
      const submits = async () => {
        for (let sent: unknown = 0; sent === 0; )
          sent = await tried(() => submitNext(ports, memory));
      };
      const settle = createSettle(ports);
      const lanes = [submits, () => tried(poll), () => tried(settle.look)];
      for (let round = 0; round < rounds; round++) {
        if (together) await atOnce(lanes);
        else for (const lane of lanes) await lane();
        clock.now += 5000;
      }
    },
  };
}

/** All of them to their end, though one may stop the world. */
async function atOnce(lanes: readonly (() => Promise<unknown>)[]): Promise<void> {
  const ends = await Promise.allSettled(lanes.map((lane) => lane()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

export type World = ReturnType<typeof createWorld>;
