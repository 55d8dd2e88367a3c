import type { OperationRef } from '@/lib/flow/api-call';
import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import type { OperationState } from '@/lib/flow/operations-reply';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Hold } from '@/lib/job/hold';
import type { Job } from '@/lib/job/job';

/** Leave to call Flow for one account: its token and the session id of an open page. */
export interface Pass {
  readonly token: string;
  readonly sessionId: string;
}

/** What came of a submit. Only `refused` proves that nothing was started. */
export type SubmitOutcome =
  | { readonly type: 'answered'; readonly operation: OperationState; readonly balance?: number }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'lost'; readonly failure: Failure };

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
  /** What a reply said about the account's balance, in credits. */
  balance(account: string, credits: number): Promise<void>;
}

/** A file that came inside an answer, as base64 text. */
export interface Extras {
  readonly media?: Media;
  readonly rawBytes?: string;
}

export interface Changed {
  readonly job: Job;
  readonly changed: boolean;
}

/** Where jobs live. A resolved `update` is on the disk. */
export interface JobPort {
  open(): Promise<Job[]>;
  /**
   * Reads the job, changes it and stores it with its extras, all in one transaction. A change that
   * gives back the same object stores nothing. Undefined when there is no such job.
   */
  update(id: string, change: (job: Job) => Job, extras?: Extras): Promise<Changed | undefined>;
  /** When the last submit went out, epoch ms. */
  lastSentAt(): Promise<number | undefined>;
}

export interface HoldPort {
  get(): Promise<Hold | undefined>;
  set(hold: Hold | undefined): Promise<void>;
}

/** How fast the queue may send. */
export interface Pace {
  readonly gapMs: number;
  readonly atOnce: number;
}

export interface QueuePorts {
  readonly flow: FlowPort;
  readonly session: SessionPort;
  readonly jobs: JobPort;
  readonly hold: HoldPort;
  readonly pace: () => Promise<Pace>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
}
