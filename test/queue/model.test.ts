import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOfAll, mostOf } from '@/lib/job/cost';
import { pausedHold } from '@/lib/job/hold';
import type { Job, JobState } from '@/lib/job/job';
import { dispatch } from '@/lib/queue/dispatch';
import { uuid } from '../job/sample-jobs';
import { SEED } from '../seed';
import type { SubmitFault } from './fake-flow';
import { ACCOUNTS, createWorld, Full, passOf, Stopped, type World } from './world';

type Command =
  /** With a seed of its own, or with one that others have as well, as a fixed seed is. */
  | {
      readonly do: 'wish';
      readonly seed?: number;
      readonly account?: string;
      readonly isPriced?: boolean;
    }
  /** From the menu, without a form in between. */
  | { readonly do: 'wish at once' }
  /** The worker works: one lane after the other, or all at the same time. */
  | { readonly do: 'live'; readonly rounds: number; readonly together: boolean }
  | { readonly do: 'crash'; readonly point: number }
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'submit fault'; readonly fault: SubmitFault }
  | { readonly do: 'status fault'; readonly kind: (typeof STATUS_FAULTS)[number] }
  | { readonly do: Wanted; readonly job: number }
  /** The clock of the machine is put back. */
  | { readonly do: 'back'; readonly ms: number }
  /** The person does it in the middle of what comes next, so many points from now on. */
  | { readonly do: 'meddle'; readonly what: Meddling; readonly job: number; readonly point: number }
  /** From some point on the disk refuses some writes. */
  | { readonly do: 'full'; readonly point: number; readonly writes: number }
  | { readonly do: (typeof CHANGES)[number]; readonly job: number };

const WANTED = ['cancel', 'stop', 'forget', 'revive', 'again'] as const;
type Wanted = (typeof WANTED)[number];

const CHANGES = [
  'sign out',
  'sign in',
  'switch',
  'fall silent',
  'answer again',
  'offline',
  'online',
  'resume',
  'show',
] as const;

const MEDDLING = [...WANTED, ...CHANGES, 'pause'] as const;
type Meddling = (typeof MEDDLING)[number];

const STATUS_FAULTS = ['server', 'network', 'not-found', 'signed-out', 'unreadable'] as const;

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
    { weight: 3, arbitrary: fc.constant<Command>({ do: 'wish' }) },
    { weight: 1, arbitrary: fc.constant<Command>({ do: 'wish at once' }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(1, 2), fc.constantFrom(...ACCOUNTS), fc.boolean())
        .map<Command>(([seed, account, isPriced]) => ({ do: 'wish', seed, account, isPriced })),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean())
        .map<Command>(([rounds, together]) => ({ do: 'live', rounds, together })),
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
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...STATUS_FAULTS)
        .map<Command>((kind) => ({ do: 'status fault', kind })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1000, 60_000, 3_600_000, 86_400_000)
        .map<Command>((ms) => ({ do: 'back', ms })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1000, 60_000, 3_600_000, 86_400_000)
        .map<Command>((ms) => ({ do: 'sleep', ms })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...WANTED), index)
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
        .tuple(fc.constantFrom(...CHANGES), index)
        .map<Command>(([what, job]) => ({ do: what, job })),
    },
  ),
  { maxLength: 40, size: 'medium' },
);

async function carryOut(world: World, command: Command): Promise<void> {
  const { state, fake, clock } = world;
  switch (command.do) {
    case 'wish':
      return world.add(command.seed, command.account, command.isPriced);
    case 'wish at once':
      return world.addToTakeBack();
    case 'live':
      return world.live(command.rounds, command.together);
    case 'crash':
      world.stopAtPoint(command.point);
      await world.live(3).catch((error) => expect(error).toBeInstanceOf(Stopped));
      return world.stopAtPoint();
    case 'sleep':
      clock.now += command.ms;
      return;
    case 'back':
      return world.putBack(command.ms);
    case 'submit fault':
      fake.faults.push(command.fault);
      return;
    case 'status fault':
      fake.statusFaults.push({ kind: command.kind, charged: 'unknown' });
      return;
    case 'meddle':
      state.meddling = {
        inPoints: command.point,
        act: () => act(world, command.what, command.job),
      };
      return;
    case 'full':
      state.refusing = { inPoints: command.point, writes: command.writes };
      return;
    default:
      return act(world, command.do, command.job);
  }
}

/** What a person, their pages or their net do, at rest or in the middle of a step. */
async function act(world: World, what: Meddling, job: number): Promise<void> {
  const { state, ports, clock } = world;
  const account = ACCOUNTS[job % ACCOUNTS.length] ?? '';
  switch (what) {
    case 'pause':
      await ports.hold.change((held) => pausedHold(clock.now, held));
      state.isPaused = true;
      return;
    case 'sign out':
      state.passes.delete(account);
      return;
    case 'sign in':
      state.passes.set(account, passOf(account));
      return;
    case 'switch':
      return world.switchTo(account);
    case 'show':
      state.shown = SHOWN[job % SHOWN.length];
      return;
    case 'fall silent':
      state.silent.add(account);
      return;
    case 'answer again':
      state.silent.delete(account);
      return;
    case 'offline':
    case 'online':
      state.online = what === 'online';
      return;
    case 'resume':
      Object.assign(state, { hold: undefined, isPaused: false, stoppedUntil: 0 });
      return;
    case 'again':
      return world.again(uuid(job + 1));
    default:
      await dispatch(ports, uuid(job + 1), { type: what }).catch(unlessFull);
  }
}

/** What any script of a page may make up. */
const SHOWN = [0, 20, 1_000_000, undefined];

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
  for (const { request, account } of world.fake.taken)
    expect(account).toBe(world.disk.get(request.sceneId)?.account);
  expect(world.state.submitsWhileHeld).toBe(0);
  expect(world.state.sentBesideOriginal).toEqual([]);
  expect(world.state.sentTooSoon).toEqual([]);
  for (const job of world.disk.values()) ownClip(world, job);
  for (const job of world.disk.values()) books(world, job, sceneIds.includes(job.id));
  sums(world);
}

/** What is said to have gone for sure did; what may have gone is no less than what did. */
function sums({ ledger, fake: { taken, price } }: World): void {
  const cost = costOfAll([...ledger.values()]);
  expect(cost.sure).toBeLessThanOrEqual(taken.length * price);
  expect(mostOf(cost) + cost.possibleUnpriced * price).toBeGreaterThanOrEqual(taken.length * price);
}

/** A clip is that of the request that Flow made it for, whichever others had the same seed. */
function ownClip({ fake }: World, job: Job): void {
  if (job.state !== 'done' || job.result.mediaId === undefined) return;
  const own = fake.taken.find(({ request }) => request.sceneId === job.id);
  expect(job.result.mediaId).toBe(own?.media.id);
}

/** The ledger says of each job what Flow's own books say, or that it does not know. */
function books(world: World, job: Job, taken: boolean): void {
  const entries = [...world.ledger.values()].filter(({ jobId }) => jobId === job.id);
  const said = new Set(entries.map(({ charged }) => charged));
  if (said.has('yes')) {
    expect(taken).toBe(true);
    const paid = entries.filter(({ charged }) => charged === 'yes');
    // Of one without a price nobody knows what it cost where no balance shows it.
    const costs = [world.fake.price, ...(job.price === undefined ? [undefined] : [])];
    expect(paid).toHaveLength(1);
    expect(costs).toContain(paid[0]?.credits);
  }
  if (taken) expect(said.has('yes') || said.has('unknown')).toBe(true);
  // A clip proves that its price went; without a price it proves nothing.
  if (job.state === 'done' && job.price !== undefined) expect(said.has('yes')).toBe(true);
  if (job.state === 'waiting') expect(taken).toBe(false);
  if (job.state === 'failed' && job.failure.charged === 'no') expect(taken).toBe(false);
}

/** Two thousand runs in parts that each stay far from the time limit of a test on a loaded machine; more by hand. */
const PARTS = Array.from({ length: 10 }, (_, index) => index + 1);
const RUNS_OF_A_PART = Number(process.env.MODEL_RUNS ?? 2000) / PARTS.length;

describe('whatever happens in whatever order', () => {
  it.each(PARTS)(
    'no job is lost, none is paid twice, and the ledger tells the truth, part %i',
    async (part) => {
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
              isPaused: false,
              stoppedUntil: 0,
              meddling: undefined,
              refusing: { inPoints: 0, writes: 0 },
              online: true,
              passes: new Map(ACCOUNTS.map((account) => [account, passOf(account)])),
              silent: new Set(),
            });
            await world.live(12);
          }
          check(world, new Map());
          const ends = [...world.disk.values()].map(({ state }) => state);
          for (const state of ends)
            expect(['done', 'failed', 'cancelled', 'unknown']).toContain(state);
        }),
        { numRuns: RUNS_OF_A_PART, seed: SEED + part },
      );
    },
    RUNS_OF_A_PART * 600,
  );
});
