import type { Problem } from '@/lib/job/check';

/** Why a command did nothing, beyond what is wrong with a draft. */
export type Refusal = 'store-refused' | 'not-found' | 'no-session' | 'gone';

type Done<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly refusal: Refusal };

/** What each command answers. Nothing here pushes state: views read that from the store. */
export interface Answers {
  refresh: undefined;
  send:
    | { readonly ok: true; readonly jobs: number }
    | { readonly ok: false; readonly problems: readonly Problem[]; readonly refusal?: Refusal };
  cancel: undefined;
  forget: undefined;
  again: Done<object>;
  download: Done<object>;
  address: Done<{ readonly address: string }>;
  measured: undefined;
  resume: undefined;
  reloadTab: undefined;
}
