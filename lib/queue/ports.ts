import type { Media } from '@/lib/flow/media';
import type { Hold } from '@/lib/jobs/hold';
import type { Job, JobIn } from '@/lib/jobs/job';
import type { Streak } from '@/lib/jobs/streak';
import type { ApiCredentials, FlowPort } from '@/lib/labs/client';
import type { Cost } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';

/** Who may call Flow at the moment. */
export interface SessionPort {
  /** Credentials of that account from any of its live tabs, with a fresh token; else undefined. */
  credentials(account: string): Promise<ApiCredentials | undefined>;
  /** After a 401: asks for a new token. Undefined when none can be had. */
  renew(account: string, refused: ApiCredentials): Promise<ApiCredentials | undefined>;
  /** Even a new token was refused: what the account's pages give rests for a while. */
  refused(account: string): Promise<void>;
  /** ms until a refused token may be tried again; undefined when none is waiting for that. */
  retryIn(): Promise<number | undefined>;
  /**
   * The account's balance in credits as Flow told it last, when that was asked for, and what a page
   * has shown since.
   */
  balance(
    account: string,
  ): Promise<{ credits: number; askedAt: number; shown?: number } | undefined>;
  /**
   * What an answer said about the balance. An answer that was asked for before a newer one came
   * (`askedAt`, epoch ms) says nothing any more; a newer one that lies ahead came before the clock
   * was put back, and counts no longer.
   */
  setBalance(account: string, credits: number, askedAt: number): Promise<void>;
  /** The project's own list, read through an open page; undefined when none can be asked. */
  projectMedia(account: string, projectId: string): Promise<readonly Media[] | undefined>;
  /** Only Flow's own page can start something for that account. */
  isFlowOnly(account: string): Promise<boolean>;
  /** Whether Google has sent the account on to flow.google.com, where nothing is sent from here. */
  isMoved(account: string): Promise<boolean>;
}

/** What a finished job leaves besides its state: its clip, and a file from inside the answer. */
export interface Extras {
  readonly media?: Media;
  /** base64 */
  readonly rawBytes?: string;
}

/** What comes with a change: what is stored beside it, and the clip that it wants for its job. */
export interface Brings extends Extras {
  /** Media id */
  readonly claims?: string | undefined;
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

/** What else the transaction of a change finds. */
export interface Found {
  /** The job that it sends again. */
  readonly original: Job | undefined;
  /** The clip that it claims is another job's result by then. */
  readonly isTaken: boolean;
}

/**
 * What becomes of a job as it is stored.
 *
 * @param entry of the ledger, of its last submit
 */
export type ChangeJob = (job: Job, entry: LedgerEntry | undefined, found: Found) => Change;

/** Where jobs live. A resolved `update` is on the disk. */
export interface JobPort {
  open(): Promise<Job[]>;
  unknown(): Promise<JobIn<'unknown'>[]>;
  /** Media ids that are results of jobs. */
  claimed(): Promise<Set<string>>;
  /** Jobs whose last submit went out since a moment (epoch ms), whatever came of it. */
  sentSince(since: number): Promise<Job[]>;
  /**
   * Reads the job, the ledger entry of its last submit and the job that it sends again, changes and
   * stores the first two with what it brings, all in one transaction. A change that gives back the
   * same job stores nothing. Undefined when there is no such job.
   */
  update(id: string, change: ChangeJob, brings?: Brings): Promise<Changed | undefined>;
  /** The job whose submit went out last, or last up to a moment (epoch ms). */
  lastSubmit(upTo?: number): Promise<Job | undefined>;
  /** What went, or may have gone, of all accounts since a moment. */
  costSince(since: number): Promise<Cost>;
}

/**
 * A value that counts from the moment it is changed, whether or not the disk takes it: what stops
 * the queue must not wait for room on the disk.
 */
export interface Kept<Value> {
  get(): Promise<Value>;
  /**
   * Changes the value as it is at that moment: two changes never cross. The same again stores
   * nothing.
   */
  change(next: (value: Value) => Value): Promise<void>;
  /**
   * Stores what the disk did not take.
   *
   * @throws while it does not take it
   */
  store(): Promise<void>;
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
  readonly hold: Kept<Hold | undefined>;
  /** How many submits in a row met the same stop. */
  readonly streak: Kept<Streak>;
  readonly pace: () => Promise<Pace>;
  readonly isOnline: () => boolean;
  /** Whether the browser gives every site that Flow needs; without one nothing is sent. */
  readonly hasSiteAccess: () => Promise<boolean>;
  readonly now: () => number;
  /** 0 up to 1, for waits that differ. */
  readonly random: () => number;
}
