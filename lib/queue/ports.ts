import type { OperationRef } from '@/lib/flow/api-call';
import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import type { OperationState } from '@/lib/flow/operations-reply';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Hold } from '@/lib/job/hold';
import type { Job, JobIn } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';

/** Leave to call Flow for one account: its token and the session id of an open page. */
export interface Pass {
  readonly token: string;
  readonly sessionId: string;
}

/** What came of a submit; what follows from a failure is decided in `lib/job/retry.ts`. */
export type SubmitOutcome =
  | { readonly type: 'answered'; readonly operation: OperationState; readonly balance?: number }
  | { readonly type: 'failed'; readonly failure: Failure };

export type StatusOutcome =
  | {
      readonly type: 'answered';
      readonly operations: readonly OperationState[];
      readonly balance?: number;
    }
  | { readonly type: 'failed'; readonly failure: Failure };

/** Flow's API. Never throws: what goes wrong is an outcome. */
export interface FlowPort {
  submit(request: GenerationRequest, pass: Pass): Promise<SubmitOutcome>;
  status(operations: readonly OperationRef[], pass: Pass): Promise<StatusOutcome>;
}

/** Who may call Flow at the moment. */
export interface SessionPort {
  /** A pass of that account from any of its live tabs, with a fresh token; else undefined. */
  pass(account: string): Promise<Pass | undefined>;
  /** After a 401: asks for a new token. Undefined when none can be had. */
  renew(account: string, refused: Pass): Promise<Pass | undefined>;
  /** Even a new token was refused: this account cannot call until its page shows a session again. */
  refused(account: string): Promise<void>;
  /** The account's balance in credits as it was seen last, and when it was asked for. */
  balance(account: string): Promise<{ credits: number; askedAt: number } | undefined>;
  /**
   * What an answer said about the balance. An answer that was asked for before a newer one came
   * (`askedAt`, epoch ms) says nothing any more.
   */
  setBalance(account: string, credits: number, askedAt: number): Promise<void>;
  /** The project's own list, read through an open page; undefined when none can be asked. */
  projectMedia(account: string, projectId: string): Promise<readonly Media[] | undefined>;
  /** Google sent the account's Flow tab to the new Flow. */
  isMoved(): Promise<boolean>;
}

/** What a finished job leaves besides its state: its clip, and a file from inside the answer. */
export interface Extras {
  readonly media?: Media;
  /** base64 */
  readonly rawBytes?: string;
}

export interface Changed {
  readonly job: Job;
  readonly changed: boolean;
}

/** A job as it is next, and its ledger entry where that changes as well. */
export interface Change {
  readonly job: Job;
  readonly entry?: LedgerEntry | undefined;
}

/** Where jobs live. A resolved `update` is on the disk. */
export interface JobPort {
  open(): Promise<Job[]>;
  unknown(): Promise<JobIn<'unknown'>[]>;
  /** Media ids that are results of jobs. */
  claimed(): Promise<Set<string>>;
  /**
   * Reads the job and the ledger entry of its last submit, changes and stores them with the extras,
   * all in one transaction. A change that gives back the same job stores nothing. Undefined when
   * there is no such job.
   */
  update(
    id: string,
    change: (job: Job, entry: LedgerEntry | undefined) => Change,
    extras?: Extras,
  ): Promise<Changed | undefined>;
  /** When the last submit went out, epoch ms. */
  lastSentAt(): Promise<number | undefined>;
  /** Credits of all accounts that went, or may have gone, since a moment. */
  spentSince(since: number): Promise<number>;
}

export interface HoldPort {
  get(): Promise<Hold | undefined>;
  set(hold: Hold | undefined): Promise<void>;
}

/** How fast the queue may send, and how much in a day. */
export interface Pace {
  readonly gapMs: number;
  readonly atOnce: number;
  readonly dayLimit?: number | undefined;
}

export interface QueuePorts {
  readonly flow: FlowPort;
  readonly session: SessionPort;
  readonly jobs: JobPort;
  readonly hold: HoldPort;
  readonly pace: () => Promise<Pace>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  /** 0 up to 1, for waits that differ. */
  readonly random: () => number;
}
