import type { Hold } from '@/lib/jobs/hold';
import type { Job, JobState } from '@/lib/jobs/job';
import { NO_STREAK, streakSchema } from '@/lib/jobs/streak';
import type { ApiCredentials, SubmitOutcome } from '@/lib/labs/client';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import type { Pace, QueuePorts } from '@/lib/queue/ports';
import { ACCOUNT } from '../samples/jobs';
import type { createFakeFlow } from './fake-flow';
import { createFakeJobs } from './fake-jobs';

const BY_PERSON = ['verification', 'quota', 'outage', 'refused'];
const IN_TIME = ['throttled', 'trouble'];

/** After two submits in a row without a proof, nothing goes out for so long. */
const BRAKE_MS = 2 * 60_000;

/** Two people of one machine, each with projects of their own. */
export const ACCOUNTS = [ACCOUNT, 'account-of-ben'];

export const passOf = (account: string): ApiCredentials => ({
  token: `${account} ya29`,
  sessionId: ';1',
});

/** What is in one of these needs nothing that sends it again. */
const SENT_ENOUGH: readonly JobState[] = ['running', 'done'];

const provesNothing = (outcome: SubmitOutcome): boolean =>
  outcome.type === 'failed' && outcome.failure.charged === 'unknown';

const isOfNet = (outcome: SubmitOutcome): boolean =>
  outcome.type === 'failed' && outcome.failure.kind === 'network';

/** A write that the disk did not take. */
export class Full extends Error {}

/** What is true of a world at one moment, beside its disk and its Flow. */
export const createState = () => ({
  hold: undefined as Hold | undefined,
  streak: NO_STREAK,
  byAccount: new Map(ACCOUNTS.map((account) => [account, passOf(account)])),
  /** Accounts whose page does not answer. */
  silent: new Set<string>(),
  online: true,
  balances: new Map<string, { credits: number; askedAt: number }>(),
  /** What the pages show of the balance, true or not. */
  shown: undefined as number | undefined,
  /** Flow said stop: nothing may go out before this moment. Independent of the stored hold. */
  stoppedUntil: 0,
  submitsWhileHeld: 0,
  /** The user has pressed Pause and not Resume, whatever the queue has made of it. */
  isPaused: false,
  /** What the user does in the middle of a step: at which point from now on. */
  meddling: undefined as { inPoints: number; act: () => Promise<unknown> } | undefined,
  /** How many writes of jobs the disk refuses, from which point on. */
  refusing: { inPoints: 0, writes: 0 },
  /** Submits in a row, as Flow saw them, whose answers do not say what became of them. */
  unproved: 0,
  /** Jobs that went out although what they send again was running or had come out. */
  sentBesideOriginal: [] as string[],
  /** Up to when the user may take a job back for sure, by its id, and the jobs that went out before. */
  takeBackUntil: new Map<string, number>(),
  sentTooSoon: [] as string[],
});

/** What the ports of a world touch. */
interface Ground {
  readonly clock: { now: number };
  readonly disk: Map<string, Job>;
  readonly ledger: Map<string, LedgerEntry>;
  readonly fake: ReturnType<typeof createFakeFlow>;
  readonly state: ReturnType<typeof createState>;
  readonly pace: Pace;
  /** Runs one effect between two points at which the world may stop. */
  touch<Value>(effect: () => Value | Promise<Value>): Promise<Value>;
}

/**
 * All that the queue touches of a world, which notes what it sends and should not. Other than those of
 * `fake-ports.ts` these ports own nothing: disk, Flow and state outlive the queue that stops at any
 * touch, and Flow's answers follow from its books, so that what must hold can be judged from outside.
 */
export function createWorldPorts({
  clock,
  disk,
  ledger,
  fake,
  state,
  pace,
  touch,
}: Ground): QueuePorts {
  const stop = (until: number) => {
    state.stoppedUntil = Math.max(state.stoppedUntil, until);
  };

  /** A page that does not answer takes all the time that a question has. */
  function ask(account: string): ApiCredentials | undefined {
    if (!state.silent.has(account)) return state.byAccount.get(account);
    clock.now += 10_000;
    return undefined;
  }

  return {
    flow: {
      submit: (request, credentials) => {
        if (state.isPaused) state.submitsWhileHeld++;
        const original = disk.get(disk.get(request.sceneId)?.againOf ?? '');
        if (original && SENT_ENOUGH.includes(original.state))
          state.sentBesideOriginal.push(request.sceneId);
        return touch(async () => {
          if (clock.now < state.stoppedUntil) state.submitsWhileHeld++;
          if (clock.now < (state.takeBackUntil.get(request.sceneId) ?? 0))
            state.sentTooSoon.push(request.sceneId);
          const outcome = await fake.flow.submit(request, credentials);
          // What is lost while the machine says that it has no net says nothing of Flow.
          if (state.online || !isOfNet(outcome))
            state.unproved = provesNothing(outcome) ? state.unproved + 1 : 0;
          if (state.unproved >= 2) stop(clock.now + BRAKE_MS);
          return outcome;
        });
      },
      status: (operations, credentials) => touch(() => fake.flow.status(operations, credentials)),
    },
    session: {
      // A page that is asked takes its time.
      credentials: (account) => touch(() => ask(account)),
      renew: (account) =>
        touch(() => {
          const credentials = ask(account);
          return credentials && { ...credentials, token: `${credentials.token}+` };
        }),
      refused: (account) =>
        touch(() => {
          state.byAccount.delete(account);
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
      isFlowOnly: async () => false,
      isMoved: async () => false,
      retryIn: async () => undefined,
    },
    jobs: createFakeJobs({
      jobs: disk,
      ledger,
      touch,
      beforeWrite() {
        if (state.refusing.inPoints > 0 || state.refusing.writes === 0) return;
        state.refusing.writes--;
        throw new Full();
      },
    }),
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
    hasSiteAccess: async () => true,
    now: () => clock.now,
    random: () => 0,
  };
}
