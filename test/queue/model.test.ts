import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pausedHold } from '@/lib/job/hold';
import type { Job, JobState } from '@/lib/job/job';
import { dispatch } from '@/lib/queue/dispatch';
import { core, uuid } from '../job/sample-jobs';
import type { SubmitFault } from './fake-flow';
import { createWorld, Full, Stopped, type World } from './world';

type Command =
  | { readonly do: 'wish' }
  | { readonly do: 'live'; readonly rounds: number }
  | { readonly do: 'crash'; readonly point: number }
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'submit fault'; readonly fault: SubmitFault }
  | { readonly do: 'status fault' }
  | { readonly do: 'cancel' | 'stop' | 'forget' | 'revive'; readonly job: number }
  /** The person does it in the middle of what comes next, so many points from now on. */
  | { readonly do: 'meddle'; readonly what: Meddling; readonly job: number; readonly point: number }
  /** From some point on the disk refuses some writes. */
  | { readonly do: 'full'; readonly point: number; readonly writes: number }
  | { readonly do: 'sign out' | 'sign in' | 'offline' | 'online' | 'resume' };

const MEDDLING = ['pause', 'cancel', 'stop', 'forget', 'revive'] as const;
type Meddling = (typeof MEDDLING)[number];

const FAULTS: SubmitFault[] = [
  'lost-before',
  'lost-after',
  'unreadable',
  'invalid',
  'not-found',
  'signed-out',
  'verification',
  'access',
  'throttled',
  'quota',
  'server',
  'server-after',
  'refused',
  'content',
  'nothing',
  'nothing-after',
];

const index = fc.nat(9);
const commands = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Command>({ do: 'wish' }) },
    {
      weight: 5,
      arbitrary: fc.integer({ min: 1, max: 4 }).map<Command>((rounds) => ({ do: 'live', rounds })),
    },
    {
      weight: 3,
      arbitrary: fc.integer({ min: 1, max: 25 }).map<Command>((point) => ({ do: 'crash', point })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...FAULTS)
        .map<Command>((fault) => ({ do: 'submit fault', fault })),
    },
    { weight: 1, arbitrary: fc.constant<Command>({ do: 'status fault' }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1000, 60_000, 3_600_000, 86_400_000)
        .map<Command>((ms) => ({ do: 'sleep', ms })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('cancel', 'stop', 'forget', 'revive'), index)
        .map<Command>(([what, job]) => ({ do: what, job })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...MEDDLING), index, fc.integer({ min: 1, max: 15 }))
        .map<Command>(([what, job, point]) => ({ do: 'meddle', what, job, point })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 3 }))
        .map<Command>(([point, writes]) => ({ do: 'full', point, writes })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('sign out', 'sign in', 'offline', 'online', 'resume')
        .map<Command>((what) => ({ do: what })),
    },
  ),
  { maxLength: 40, size: 'medium' },
);

async function carryOut(world: World, command: Command): Promise<void> {
  const { disk, state, fake, clock, ports } = world;
  switch (command.do) {
    case 'wish': {
      const n = disk.size + 1;
      const job: Job = {
        ...core(n),
        request: { ...core(n).request, seed: n },
        state: 'waiting',
      };
      disk.set(job.id, job);
      return;
    }
    case 'live':
      return world.live(command.rounds);
    case 'crash':
      world.stopAtPoint(command.point);
      await world.live(3).catch((error) => expect(error).toBeInstanceOf(Stopped));
      return world.stopAtPoint();
    case 'sleep':
      clock.now += command.ms;
      return;
    case 'submit fault':
      fake.faults.push(command.fault);
      return;
    case 'status fault':
      fake.statusFaults.push({ kind: 'server', charged: 'unknown' });
      return;
    case 'cancel':
    case 'stop':
    case 'forget':
    case 'revive':
      await dispatch(ports, uuid(command.job + 1), { type: command.do }).catch(unlessFull);
      return;
    case 'meddle':
      state.meddling = { inPoints: command.point, act: () => meddle(world, command) };
      return;
    case 'full':
      state.refusing = { inPoints: command.point, writes: command.writes };
      return;
    case 'sign out':
      state.pass = undefined;
      return;
    case 'sign in':
      state.pass = { token: 'ya29.b', sessionId: ';2' };
      return;
    case 'offline':
    case 'online':
      state.online = command.do === 'online';
      return;
    case 'resume':
      state.hold = undefined;
      state.stoppedUntil = 0;
  }
}

async function meddle(
  { ports, clock }: World,
  { what, job }: Extract<Command, { do: 'meddle' }>,
): Promise<void> {
  if (what === 'pause') await ports.hold.change((held) => pausedHold(clock.now, held));
  else await dispatch(ports, uuid(job + 1), { type: what }).catch(unlessFull);
}

function unlessFull(error: unknown): void {
  if (!(error instanceof Full)) throw error;
}

const FINAL: readonly JobState[] = ['done', 'cancelled'];

/** What must hold after every command, whatever happened before. */
function check(world: World, before: ReadonlyMap<string, Job>): void {
  for (const [id, job] of before) {
    const after = world.disk.get(id);
    expect(after).toBeDefined();
    if (FINAL.includes(job.state)) expect(after).toEqual(job);
    expect(after?.request).toEqual(job.request);
  }
  const sceneIds = world.fake.taken.map(({ request }) => request.sceneId);
  expect(new Set(sceneIds).size).toBe(sceneIds.length);
  expect(world.state.submitsWhileHeld).toBe(0);
  for (const job of world.disk.values()) books(world, job, sceneIds.includes(job.id));
}

/** The ledger says of each job what Flow's own books say, or that it does not know. */
function books(world: World, job: Job, taken: boolean): void {
  const entries = [...world.ledger.values()].filter(({ jobId }) => jobId === job.id);
  const said = new Set(entries.map(({ charged }) => charged));
  if (said.has('yes')) {
    expect(taken).toBe(true);
    const paid = entries.filter(({ charged }) => charged === 'yes');
    expect(paid.map(({ credits }) => credits)).toEqual([world.fake.price]);
  }
  if (taken) expect(said.has('yes') || said.has('unknown')).toBe(true);
  if (job.state === 'done') expect(said.has('yes')).toBe(true);
  if (job.state === 'waiting') expect(taken).toBe(false);
  if (job.state === 'failed' && job.failure.charged === 'no') expect(taken).toBe(false);
}

/** A thousand runs in parts that each stay far from the time limit of a test on a loaded machine. */
const PARTS = Array.from({ length: 10 }, (_, index) => index + 1);
const RUNS_OF_A_PART = 100;

describe('whatever happens in whatever order', () => {
  it.each(PARTS)(
    'no job is lost, none is paid twice, and the ledger tells the truth, part %i',
    async () => {
      await fc.assert(
        fc.asyncProperty(commands, async (list) => {
          const world = createWorld([]);
          for (const command of list) {
            const before = structuredClone(world.disk);
            await carryOut(world, command);
            check(world, before);
          }
          // Left in peace and signed in, everything comes to an end that says what it is. The worker
          // may find a submit that was cut short, and brake once more.
          world.fake.faults.length = 0;
          world.fake.statusFaults.length = 0;
          for (let time = 0; time < 2; time++) {
            Object.assign(world.state, {
              hold: undefined,
              stoppedUntil: 0,
              meddling: undefined,
              refusing: { inPoints: 0, writes: 0 },
              online: true,
              pass: { token: 'ya29.c', sessionId: ';3' },
            });
            await world.live(12);
          }
          check(world, new Map());
          const ends = [...world.disk.values()].map(({ state }) => state);
          for (const state of ends)
            expect(['done', 'failed', 'cancelled', 'unknown']).toContain(state);
        }),
        { numRuns: RUNS_OF_A_PART },
      );
    },
  );
});
