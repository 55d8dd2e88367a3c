import * as z from 'zod/mini';
import { SECOND_MS } from '@/lib/base/time';
import type { Failure, FailureKind } from './failure';
import { parseJson } from './json';

const errorReply = z.object({
  error: z.object({
    message: z.optional(z.string()),
    status: z.optional(z.string()),
    details: z.optional(
      z.array(
        z.object({
          reason: z.optional(z.string()),
          fieldViolations: z.optional(z.array(z.object({ field: z.optional(z.string()) }))),
        }),
      ),
    ),
  }),
});

/**
 * Turns a refusal (HTTP 4xx or 5xx) into a failure. Every 4xx is an answer and proves that nothing
 * was started; a 5xx on a submit proves nothing. Shapes: Google's error body, public reports of 2026.
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
  const parsed = errorReply.safeParse(parseJson(body));
  const error = parsed.success ? parsed.data.error : undefined;
  const reason = error?.details?.find((detail) => detail.reason !== undefined)?.reason;
  const message = error?.message;
  const fields = error?.details?.flatMap(({ fieldViolations = [] }) => fieldViolations) ?? [];
  const isRepeat =
    httpStatus < 500 && fields.some(({ field = '' }) => field.endsWith('metadata.sceneId'));
  return {
    kind: isRepeat ? 'repeated' : kindOf(httpStatus, reason ?? '', message ?? ''),
    charged: httpStatus < 500 && !isRepeat ? 'no' : 'unknown',
    httpStatus,
    reason,
    message,
    retryAfterMs: waitOf(retryAfter, now),
  };
}

function kindOf(httpStatus: number, reason: string, message: string): FailureKind {
  switch (httpStatus) {
    case 400:
      return 'invalid';
    case 401:
      return 'signed-out';
    case 403:
      if (reason.includes('UNUSUAL_ACTIVITY') || /recaptcha/i.test(message)) return 'verification';
      return reason.includes('MODEL_ACCESS_DENIED') ? 'access' : 'refused';
    case 404:
      return 'not-found';
    case 429:
      return reason.includes('QUOTA_REACHED') ? 'quota' : 'throttled';
    default:
      return httpStatus >= 500 ? 'server' : 'refused';
  }
}

function waitOf(retryAfter: string | null, now: number): number | undefined {
  if (retryAfter === null) return undefined;
  const waitMs = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * SECOND_MS
    : Date.parse(retryAfter) - now;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
