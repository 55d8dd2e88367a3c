import { createClock, type TwinClock } from './clock';
import { createFileFaults, type FileFaults } from './file-faults';
import {
  createFlowGoogle,
  type FlowGoogleOptions,
  type FlowGoogleState,
} from './flow-google/state';
import type { Submit } from './ledger';
import { createMishaps, type MishapSource, type Mishaps } from './mishaps';
import type { Work } from './models';
import { createOperations, type Operations } from './operations';
import { createSessions, type Sessions } from './sessions';
import { createSigner, type Signer } from './signed';
import { createTokens, type Tokens } from './tokens';
import { createWorld, type World } from './world';

export interface TwinOptions {
  tokenTtlMs?: number; // default an hour
  durationsMs?: Partial<Record<Work, number>>; // by its clock; without one, done at the first question
  signedForMs?: number; // life of signed addresses, default 6 h
  form?: 'operations' | 'media'; // of labs.google: as captured in 2025, or as reported of 2026
  flowGoogle?: FlowGoogleOptions;
  mishaps?: MishapSource; // asked at every submit and status call that nothing was ordered for
}

export interface State {
  clock: TwinClock;
  world: World;
  tokens: Tokens;
  sessions: Sessions;
  signer: Signer;
  fileFaults: FileFaults;
  operations: Operations;
  mishaps: Mishaps;
  submits: Submit[];
  form: 'operations' | 'media';
  usedTokens: Set<string>; // of pages' verifications
  moved: boolean; // every account
  movedAccounts: Map<string, 401 | 403>; // with what the API answers them
  flowGoogle: FlowGoogleState;
  verifies: boolean;
}

export function createState(options: TwinOptions): State {
  const [clock, world] = [createClock(), createWorld()];
  return {
    clock,
    world,
    tokens: createTokens(clock, options.tokenTtlMs ?? 3_600_000),
    sessions: createSessions(world),
    fileFaults: createFileFaults(),
    signer: createSigner(clock, options.signedForMs ?? 6 * 3_600_000),
    operations: createOperations(clock, world, options.durationsMs ?? {}),
    mishaps: createMishaps(options.mishaps),
    submits: [],
    form: options.form ?? 'operations',
    usedTokens: new Set(),
    moved: false,
    movedAccounts: new Map(),
    flowGoogle: createFlowGoogle(world, options.flowGoogle),
    verifies: false,
  };
}
