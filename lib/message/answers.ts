import type { Question } from '@/lib/job/limits';
import type { Offer } from '@/lib/job/offer';
import type { Problem } from '@/lib/job/validate';

/** Why a command did nothing, beyond what is wrong with a draft. */
export type Refusal =
  | 'store-refused'
  | 'not-found'
  | 'gone-on'
  | 'no-session'
  | 'gone'
  | 'unreachable';

export type Done<Value = unknown> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly refusal: Refusal };

export type Sent =
  | { readonly ok: true; readonly jobs: number }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly refusal?: Refusal;
      /** Nothing is wrong, but a limit is passed: send again with `allowed`. */
      readonly question?: Question;
      /** What it would be now: not what the button showed, so nothing was made. */
      readonly changed?: Offer;
    };

export type SentAgain =
  | Done<{ readonly jobs: number }>
  | { readonly ok: false; readonly refusal: 'limit'; readonly question: Question };

/** How many of them had ended, and were changed. */
export interface Cleared {
  readonly jobs: number;
}

/** How many jobs are gone, and how many stay. */
export interface Deleted {
  readonly deleted: number;
  readonly kept: number;
}
