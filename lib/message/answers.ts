import type { Problem } from '@/lib/job/check';
import type { Question } from '@/lib/job/limits';
import type { Offer } from '@/lib/job/offer';

/** Why a command did nothing, beyond what is wrong with a draft. */
export type Refusal =
  | 'store-refused'
  | 'not-found'
  | 'gone-on'
  | 'no-session'
  | 'gone'
  | 'unreachable';

type Done<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly refusal: Refusal };

/** What each command answers. Nothing here pushes state: views read that from the store. */
export interface Answers {
  refresh: undefined;
  send:
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
  cancel: Done<unknown>;
  stop: Done<unknown>;
  forget: Done<unknown>;
  again:
    | Done<{ readonly jobs: number }>
    | { readonly ok: false; readonly refusal: 'limit'; readonly question: Question };
  /** How many of them had ended, and were changed. */
  clear: { readonly jobs: number };
  keep: undefined;
  checkAgain: undefined;
  /** They are asked for; how each goes is in the store. */
  save: Done<{ readonly jobs: number }>;
  address: Done<{ readonly address: string }>;
  mediaAddress: Done<{ readonly address: string }>;
  measured: undefined;
  pause: undefined;
  resume: undefined;
  reloadTab: undefined;
  /** How many jobs are gone, and how many stay. */
  deleteRecords: { readonly deleted: number; readonly kept: number };
}
