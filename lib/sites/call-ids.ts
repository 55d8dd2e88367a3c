import { keysOf } from '@/lib/base/keys-of';
import { READ_IDS } from '@/lib/flow-google/call-ids';

/** Calls of flow.google.com that are asked for from here, by where their ids are from. */
export interface CallSources {
  /** As its page was seen using them. */
  readonly page: readonly string[];
  /** As public reports have them: they may be those of an older build. */
  readonly table: readonly string[];
}

/** @param ids that the page was seen using, by our names for the calls */
export function callSources(ids: Readonly<Record<string, string>>): CallSources {
  const calls = keysOf(READ_IDS);
  return {
    page: calls.filter((call) => Object.hasOwn(ids, call)),
    table: calls.filter((call) => !Object.hasOwn(ids, call)),
  };
}
