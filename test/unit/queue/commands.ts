import { expect } from 'vitest';
import { pausedHold } from '@/lib/jobs/hold';
import { dispatch } from '@/lib/queue/dispatch';
import type { SubmitFault } from '../../fakes/fake-flow';
import { Stopped, type World } from '../../fakes/world';
import { ACCOUNTS, Full, passOf } from '../../fakes/world-ports';
import { uuid } from '../../samples/jobs';

/** What happens to the queue from outside, as data: a list of them can be kept. */
export type Command =
  /** With a seed of its own, or with one that others have as well, as a fixed seed is. */
  | {
      readonly do: 'batch';
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
  /** The user does it in the middle of what comes next, so many points from now on. */
  | { readonly do: 'meddle'; readonly what: Meddling; readonly job: number; readonly point: number }
  /** From some point on the disk refuses some writes. */
  | { readonly do: 'full'; readonly point: number; readonly writes: number }
  | { readonly do: (typeof CHANGES)[number]; readonly job: number };

export const WANTED = ['cancel', 'stop', 'forget', 'revive', 'again'] as const;
type Wanted = (typeof WANTED)[number];

export const CHANGES = [
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

export const MEDDLING = [...WANTED, ...CHANGES, 'pause'] as const;
type Meddling = (typeof MEDDLING)[number];

export const STATUS_FAULTS = [
  'server',
  'network',
  'not-found',
  'signed-out',
  'unreadable',
] as const;

export const FAULTS: readonly SubmitFault[] = [
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

export async function carryOut(world: World, command: Command): Promise<void> {
  const { state, fake, clock } = world;
  switch (command.do) {
    case 'batch':
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

/** What a user, their pages or their net do, at rest or in the middle of a step. */
async function act(world: World, what: Meddling, job: number): Promise<void> {
  const { state, ports, clock } = world;
  const account = ACCOUNTS[job % ACCOUNTS.length] ?? '';
  switch (what) {
    case 'pause':
      await ports.hold.change((held) => pausedHold(clock.now, held));
      state.isPaused = true;
      return;
    case 'sign out':
      state.byAccount.delete(account);
      return;
    case 'sign in':
      state.byAccount.set(account, passOf(account));
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
