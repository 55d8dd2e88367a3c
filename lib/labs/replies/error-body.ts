import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, text } from '@/lib/base/lenient';
import { HOUR_MS, SECOND_MS } from '@/lib/base/time';

const word = lenient(text);
const list = lenient(z.array(z.unknown()));

const errorSchema = z.object({
  message: word,
  status: word,
  code: lenient(z.number()),
  details: z.optional(z.unknown()),
  errors: list,
  data: z.optional(z.unknown()),
});

/** tRPC puts the HTTP status beside its own numbers. */
const dataSchema = z.object({
  code: word,
  httpStatus: lenient(z.number()),
});

const detailSchema = z.object({
  reason: word,
  retryDelay: z.optional(z.unknown()),
  fieldViolations: list,
});

const durationSchema = z.object({
  seconds: lenient(z.coerce.number()),
  nanos: lenient(z.number()),
});

/** What an error body says. Each part stands for itself; what is odd or missing is absent. */
export interface ErrorBody {
  /** Code inside the body, as HTTP has it: 400 up to 599. */
  readonly code?: number | undefined;
  /** Google's word for it: `PERMISSION_DENIED`. */
  readonly status?: string | undefined;
  readonly message?: string | undefined;
  /** All reasons named anywhere in it, those of Flow (`PUBLIC_ERROR_…`) first. */
  readonly reasons: readonly string[];
  /** Fields of the request that are complained about. */
  readonly fields: readonly string[];
  /** `RetryInfo.retryDelay` in ms. */
  readonly retryMs?: number | undefined;
}

/** An error body is short; a page of HTML or a reply with a file need not be searched to its end. */
const LOOKED_AT = 65_536;
const FLOWS_OWN = /PUBLIC_ERROR_\w+/g;
/** Nobody is asked to wait longer: a timer overflows after 24.8 days. */
const WAIT_AT_MOST_MS = 24 * HOUR_MS;

/** HTTP status by Google's word (google.rpc.Code), and the number of that word. */
const CODES: Readonly<Record<string, readonly [http: number, number: number]>> = {
  CANCELLED: [499, 1],
  UNKNOWN: [500, 2],
  INVALID_ARGUMENT: [400, 3],
  DEADLINE_EXCEEDED: [504, 4],
  NOT_FOUND: [404, 5],
  ALREADY_EXISTS: [409, 6],
  PERMISSION_DENIED: [403, 7],
  RESOURCE_EXHAUSTED: [429, 8],
  FAILED_PRECONDITION: [400, 9],
  ABORTED: [409, 10],
  OUT_OF_RANGE: [400, 11],
  UNIMPLEMENTED: [501, 12],
  INTERNAL: [500, 13],
  UNAVAILABLE: [503, 14],
  DATA_LOSS: [500, 15],
  UNAUTHENTICATED: [401, 16],
};

/**
 * Reads an error body in the forms that were reported: Google's, the same inside an array, tRPC's
 * with and without its `json`, a bare word. Undefined where the text is none of them.
 */
export function parseErrorBody(body: string): ErrorBody | undefined {
  const found = errorIn(parseJson(body));
  if (found === undefined) return undefined;
  if (typeof found === 'string') return { message: found, reasons: reasonsIn(found), fields: [] };
  const { message, status, code, details, errors, data } = errorSchema.parse(found);
  const trpc = dataSchema.safeParse(data).data;
  const parts = [...asList(details), ...(errors ?? [])].flatMap(
    (part) => detailSchema.safeParse(part).data ?? [],
  );
  const listed = parts.flatMap(({ reason }) => reason ?? []);
  const named = status ?? trpc?.code;
  const waits = parts.flatMap(({ retryDelay }) => durationMs(retryDelay) ?? []);
  return {
    code:
      httpCode(trpc?.httpStatus ?? code) ?? (named === undefined ? undefined : CODES[named]?.[0]),
    status: named,
    message,
    reasons: [...new Set([...reasonsIn(body), ...listed])],
    fields: parts
      .flatMap(({ fieldViolations = [] }) => fieldViolations)
      .flatMap((violation) => fieldSchema.safeParse(violation).data?.field ?? []),
    ...(waits.length > 0 && { retryMs: Math.max(...waits) }),
  };
}

const fieldSchema = z.object({ field: word });

/** Flow's own reasons in a text, wherever they stand. */
export const reasonsIn = (body: string): string[] =>
  body.slice(0, LOOKED_AT).match(FLOWS_OWN) ?? [];

/** The part of a text that is looked at where it is no error body: a page of HTML. */
export const startOf = (body: string): string => body.slice(0, LOOKED_AT);

/**
 * How long a `Retry-After` header asks to wait (ms): seconds or an HTTP date. Never negative, a day
 * at most; undefined where it is neither.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return bounded(Number(header) * SECOND_MS);
  return /^\s*[A-Z][a-z]{2}/.test(header) ? bounded(Date.parse(header) - now) : undefined;
}

/** A protobuf duration as JSON has it, `1.5s`, or in its parts. */
function durationMs(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(value) ?? [];
    return seconds === undefined ? undefined : bounded(Number(seconds) * SECOND_MS);
  }
  const { seconds, nanos = 0 } = durationSchema.safeParse(value).data ?? {};
  return seconds === undefined ? undefined : bounded(seconds * SECOND_MS + nanos / 1e6);
}

const bounded = (ms: number): number | undefined =>
  Number.isNaN(ms) ? undefined : Math.min(WAIT_AT_MOST_MS, Math.max(0, ms));

function httpCode(code: number | undefined): number | undefined {
  if (code !== undefined && code >= 400 && code < 600) return code;
  return Object.values(CODES).find(([, number]) => number === code)?.[0];
}

/** The value of `error`, without what it may be wrapped in. */
function errorIn(value: unknown): object | string | undefined {
  for (const each of asList(value)) {
    const error = asList(field(each, 'error'))[0];
    if (typeof error === 'string') return error;
    const inner = field(error, 'json');
    if (isObject(inner)) return inner;
    if (isObject(error)) return error;
  }
  return undefined;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
