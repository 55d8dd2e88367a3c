import type { GenerationRequest } from '@/lib/flow/request';
import { canGoAgain, type Job } from '@/lib/jobs/job';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { createPoll } from '@/lib/queue/poll-running';
import type { Pace } from '@/lib/queue/ports';
import { recover } from '@/lib/queue/recover';
import { createSettle } from '@/lib/queue/settle-unknown';
import { type SubmitMemory, submitNext } from '@/lib/queue/submit-next';
import { ACCOUNT, core, uuid } from '../samples/jobs';
import { createFakeFlow } from './fake-flow';
import { createState, createWorldPorts, Full, passOf } from './world-ports';

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
  const state = createState();
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

  const ports = createWorldPorts({ clock, disk, ledger, fake, state, pace, touch });

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
    /** The user batches for one more, with a seed of its own unless it is told. */
    add(seed?: number, account: string = ACCOUNT, isPriced = true): void {
      const n = disk.size + 1;
      const { request: sample, price, ...rest } = core(n);
      const projectId = account === ACCOUNT ? sample.projectId : uuid(800);
      const request = { ...sample, projectId, seed: seed ?? 100 + n };
      const job: Job = { ...rest, account, request, state: 'waiting', ...(isPriced && { price }) };
      disk.set(job.id, job);
    },
    /** The user sends one without a form, which they can take back for a while. */
    addToTakeBack(): void {
      const createdAt = clock.now;
      const notBefore = createdAt + 10_000;
      const job: Job = { ...core(disk.size + 1), createdAt, state: 'waiting', notBefore };
      disk.set(job.id, job);
      state.takeBackUntil.set(job.id, notBefore);
    },
    /** The one page there is goes on with that account: the others have none, and no balance. */
    switchTo(account: string): void {
      state.byAccount = new Map([[account, passOf(account)]]);
      state.balances.clear();
    },
    /** The user sends one again, which the store takes once and only after an end without a clip. */
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
