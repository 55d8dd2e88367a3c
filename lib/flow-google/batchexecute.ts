import { parseJson } from '@/lib/base/json';

/** Why one of the calls in a body was refused. */
export interface BatchError {
  /** gRPC code. */
  readonly code?: number;
  /** Flow's own word, `PUBLIC_ERROR_…`. */
  readonly reason?: string;
}

/** What one call was answered with. */
export type BatchAnswer =
  | { readonly id: string; readonly payload: unknown }
  | { readonly id: string; readonly error: BatchError };

export interface Batch {
  readonly answers: readonly BatchAnswer[];
  /** The whole body says 401. */
  readonly isSignedOut: boolean;
  /** Answers whose payload could not be read. */
  readonly leftOut: number;
}

/** UTF-16 units of a body; a project of 17 MB is reported. */
const BODY_AT_MOST = 32_000_000;
/** The page asks for a dozen things in one call at most. */
const ANSWERS_AT_MOST = 100;
/** Arrays in arrays around a payload: an error has five. */
const DEPTH_AT_MOST = 64;
/** Each chunk that has no end is looked through up to the end of the body. */
const BROKEN_AT_MOST = 8;

/**
 * Reads the body of a `batchexecute` answer: `)]}'`, then chunks of JSON, each behind its length. Lengths
 * are off by some bytes (reported), so the arrays are looked for and not counted out. A payload is JSON
 * in a text of that JSON; each is parsed once. A broken chunk loses itself alone. Time is linear in
 * the length of the body.
 */
export function parseBatch(body: string): Batch {
  const answers: BatchAnswer[] = [];
  let [isSignedOut, leftOut] = [false, 0];
  for (const chunk of body.length > BODY_AT_MOST ? [] : chunksIn(body))
    for (const entry of typeof chunk[0] === 'string' ? [chunk] : chunk) {
      if (!Array.isArray(entry)) continue;
      if (entry[0] === 'er' && entry[5] === 401) isSignedOut = true;
      if (entry[0] !== 'wrb.fr' || answers.length >= ANSWERS_AT_MOST) continue;
      const answer = readAnswer(entry);
      if (answer) answers.push(answer);
      else leftOut += 1;
    }
  return { answers, isSignedOut, leftOut };
}

/** `["wrb.fr", id, payload as JSON or null, null, null, error or null, "generic"]` */
function readAnswer([, id, text, , , error]: readonly unknown[]): BatchAnswer | undefined {
  if (typeof id !== 'string' || !/^\w{1,40}$/.test(id)) return undefined;
  if (Array.isArray(error)) return { id, error: readError(error) };
  if (text === null || text === undefined) return { id, payload: null };
  const payload = typeof text === 'string' ? parseJson(text) : undefined;
  return payload === undefined ? undefined : { id, payload };
}

/** `[7, null, [["type.googleapis.com/google.rpc.ErrorInfo", ["PUBLIC_ERROR_…"]]]]` */
function readError([code, , details]: readonly unknown[]): BatchError {
  const words = asList(details).flatMap((detail) => asList(asList(detail)[1]));
  const reason = words.find((word) => typeof word === 'string' && REASON.test(word));
  return {
    ...(Number.isInteger(code) && { code: Number(code) }),
    ...(typeof reason === 'string' && { reason }),
  };
}

const REASON = /^PUBLIC_ERROR_[A-Z0-9_]{1,80}$/;

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function* chunksIn(body: string): Generator<readonly unknown[]> {
  let broken = 0;
  for (let start = body.indexOf('['); start >= 0 && broken < BROKEN_AT_MOST; ) {
    const end = endOfArray(body, start);
    const chunk = end === undefined ? undefined : parseJson(body.slice(start, end));
    if (end !== undefined && Array.isArray(chunk)) {
      yield chunk;
      start = body.indexOf('[', end);
    } else {
      broken += 1;
      // A chunk begins a line, and no text of JSON holds the end of one.
      const line = body.indexOf('\n[', start);
      start = line < 0 ? line : line + 1;
    }
  }
}

const [LINE_END, QUOTE, OPEN, BACKSLASH, CLOSE] = [10, 34, 91, 92, 93];

/** Behind the bracket that closes the one at `start`; undefined where there is none. */
function endOfArray(text: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) {
      const end = endOfText(text, index);
      if (end === undefined) return undefined;
      index = end;
    } else if (sign === OPEN) {
      depth += 1;
      if (depth > DEPTH_AT_MOST) return undefined;
    } else if (sign === CLOSE) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

/** The quote that ends the text which begins with the one at `start`. */
function endOfText(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) return index;
    if (sign === LINE_END) return undefined;
    if (sign === BACKSLASH) index += 1;
  }
  return undefined;
}
