import {
  callNamed,
  type IdSource,
  isReadCall,
  isVerifiedCall,
  type LearnedIds,
  type ReadCall,
  type VerifiedCall,
} from './call-ids';
import { maybe, type Shape, shapeOf } from './shapes';

/** An id that the page was seen using for a call. */
export interface LearnedId {
  readonly call: ReadCall;
  readonly id: string;
}

/** What an answer belongs to. */
export interface CallFound {
  readonly shape: Shape;
  /** The call that has started something, where its id is known. */
  readonly startedBy?: VerifiedCall;
  /** By what it was recognised: an id of the page's traffic, one of the table, or its shape alone. */
  readonly by: IdSource | 'shape';
  /** What it has shown that was not known. */
  readonly learned?: LearnedId;
}

/**
 * Which call an answer belongs to. What it holds decides, for ids change with the page's builds: a known
 * id counts where the answer has the shape of its call, or nothing in it at all. An id is learned
 * where the shape is unmistakable, and never one that the table has for another call. A script of the page
 * can make such an answer up; it can make the call itself as well, with more than what is asked here.
 *
 * @returns undefined for an answer that says nothing to us
 */
export function callOf(id: string, payload: unknown, learned: LearnedIds): CallFound | undefined {
  const { call: named, from } = callNamed(id, learned) ?? {};
  const [read, startedBy] = [only(isReadCall, named), only(isVerifiedCall, named)];
  const seen = shapeOf(payload);
  const shape = seen ?? (read !== undefined && maybe(read, payload) ? read : undefined);
  if (shape === undefined) return undefined;
  const isNamed = named === shape || startedBy !== undefined;
  const call = only(isReadCall, seen);
  const isNew = call !== undefined && learned[call] !== id && (named ?? call) === call;
  return {
    shape,
    ...(startedBy !== undefined && { startedBy }),
    by: isNamed && from !== undefined ? from : 'shape',
    ...(isNew && { learned: { call, id } }),
  };
}

const only = <Call extends string>(
  is: (call: string) => call is Call,
  call: string | undefined,
): Call | undefined => (call !== undefined && is(call) ? call : undefined);
