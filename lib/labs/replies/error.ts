import { type Failure, type FailureKind, kept, PUBLIC } from '@/lib/flow/failure';
import type { OperationError } from '@/lib/flow/operation-state';
import { asksForVerification, type Reason, weightiest } from '@/lib/flow/reason';
import { type ErrorBody, parseErrorBody, reasonsIn, retryAfterMs, startOf } from './error-body';

/**
 * Turns a refusal (HTTP 4xx or 5xx) into a failure. The reason decides, at whatever status and in
 * whatever place; then the status. Every 4xx is an answer and proves that nothing was started; a 5xx
 * on a submit proves nothing, even if it names a reason. Shapes: Google's error body, public reports
 * of 2025 and 2026.
 *
 * One 4xx proves the contrary: a complaint about the sceneId, which is always well formed, can only
 * mean that Flow has had it. The browser sends a request again by itself when a used connection
 * breaks before the first byte of the answer.
 *
 * @param retryAfter the `Retry-After` header: seconds or an HTTP date
 */
export function failureOf(
  httpStatus: number,
  body: string,
  retryAfter: string | null,
  now: number,
): Failure {
  const error = parseErrorBody(body);
  const { reasons, fields, message, retryMs } = error ?? { reasons: reasonsIn(body), fields: [] };
  const isRepeat = httpStatus < 500 && fields.some((name) => name.endsWith('metadata.sceneId'));
  const reason = weightiest(reasons);
  const said = error ? (message ?? '') : startOf(body);
  const waits = [retryAfterMs(retryAfter, now), retryMs].filter((wait) => wait !== undefined);
  return kept({
    kind: isRepeat ? 'repeated' : kindOf(httpStatus, reason, said, error),
    charged: httpStatus < 500 && !isRepeat ? 'no' : 'unknown',
    httpStatus,
    reason: reason?.word,
    message,
    retryAfterMs: waits.length > 0 ? Math.max(...waits) : undefined,
  });
}

/**
 * The refusal inside an answer that calls itself good (HTTP 200): it is what it says. Undefined
 * where there is no error in it. One that names neither a code nor a reason proves nothing.
 */
export function refusalIn(
  body: string,
  retryAfter: string | null,
  now: number,
): Failure | undefined {
  const error = parseErrorBody(body);
  if (!error) return undefined;
  const isNamed =
    weightiest(error.reasons)?.meaning !== undefined || asksForVerification(error.message ?? '');
  const code = error.code ?? (isNamed ? 400 : undefined);
  if (code !== undefined) return { ...failureOf(code, body, retryAfter, now), httpStatus: 200 };
  return kept({
    kind: 'unreadable',
    charged: 'unknown',
    httpStatus: 200,
    reason: error.reasons[0],
    message: error.message,
  });
}

/** Whether a tRPC answer says that the procedure itself is gone: Flow has moved elsewhere. */
export function isRetired(body: string): boolean {
  const error = parseErrorBody(body);
  if (error?.code !== 404) return false;
  return /no longer (available|supported)|\bprocedure\b/i.test(error.message ?? '');
}

function kindOf(
  httpStatus: number,
  reason: Reason | undefined,
  said: string,
  error: ErrorBody | undefined,
): FailureKind {
  if (asksForVerification(said)) return 'verification';
  const meaning = reason?.meaning;
  if (meaning === 'busy') return httpStatus >= 500 ? 'server' : 'throttled';
  if (meaning === 'signed-out' && httpStatus >= 500) return 'server';
  if (meaning !== undefined) return meaning;
  return error?.status === 'UNAUTHENTICATED' && httpStatus < 500
    ? 'signed-out'
    : kindByStatus(httpStatus, error !== undefined);
}

/** A 404 that is no answer of the API means that the URL is gone, not the clip. */
function kindByStatus(httpStatus: number, isOfTheApi: boolean): FailureKind {
  switch (httpStatus) {
    case 400:
      return 'invalid';
    case 401:
      return 'signed-out';
    case 404:
      return isOfTheApi ? 'not-found' : 'refused';
    case 429:
      return 'throttled';
    default:
      return httpStatus >= 500 ? 'server' : 'refused';
  }
}

/**
 * google.rpc.Code of a fault on Flow's side: unknown, deadline, aborted, internal, unavailable,
 * data loss.
 */
const FAULTS: ReadonlySet<number | undefined> = new Set([2, 4, 10, 13, 14, 15]);

/**
 * Why a generation that Flow had taken came to nothing. The reason may stand inside the error's
 * message. A fault on Flow's side brings a trace that says nothing to anybody: it is not kept.
 *
 * @param status Flow's word for the operation
 */
export function generationFailure(
  error: OperationError | undefined,
  status: string,
  charged: Failure['charged'],
): Failure {
  const { code, reason: own = '', message } = error ?? {};
  const reason = weightiest(reasonsIn(`${own} ${message ?? ''}`))?.word;
  if (reason === undefined && (FAULTS.has(code) || own === 'INTERNAL'))
    return { kind: 'fault', charged };
  return kept({ kind: 'generation', charged, reason: reason ?? status, message });
}

/** Whether Flow named a reason that lies in this one request, or none that says anything. */
export const isBare = ({ reason }: Failure): boolean =>
  !reason?.startsWith(PUBLIC) || reason === `${PUBLIC}SOMETHING_WENT_WRONG`;
