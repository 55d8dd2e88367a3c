import { describe, expect, it } from 'vitest';
import { failureOf } from '@/lib/flow/error-reply';

const NOW = Date.UTC(2026, 10, 20, 12);

const body = (status: string, reason?: string, message = 'Refused.') =>
  JSON.stringify({
    error: {
      code: 0,
      message,
      status,
      details: reason && [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }],
    },
  });

describe('a refusal', () => {
  it.each([
    [400, body('INVALID_ARGUMENT'), 'invalid', 'no'],
    [401, body('UNAUTHENTICATED'), 'signed-out', 'no'],
    [403, body('PERMISSION_DENIED', 'PUBLIC_ERROR_UNUSUAL_ACTIVITY'), 'verification', 'no'],
    [
      403,
      body('PERMISSION_DENIED', undefined, 'reCAPTCHA evaluation failed'),
      'verification',
      'no',
    ],
    [403, body('PERMISSION_DENIED', 'PUBLIC_ERROR_MODEL_ACCESS_DENIED'), 'access', 'no'],
    [403, body('PERMISSION_DENIED', 'PUBLIC_ERROR_NEW'), 'refused', 'no'],
    [404, body('NOT_FOUND'), 'not-found', 'no'],
    [418, '', 'refused', 'no'],
    [429, body('RESOURCE_EXHAUSTED', 'PUBLIC_ERROR_USER_REQUESTS_THROTTLED'), 'throttled', 'no'],
    [429, body('RESOURCE_EXHAUSTED', 'PUBLIC_ERROR_CONCURRENT_LIMIT_REACHED'), 'throttled', 'no'],
    [429, body('RESOURCE_EXHAUSTED', 'PUBLIC_ERROR_USER_QUOTA_REACHED'), 'quota', 'no'],
    [429, '<html>', 'throttled', 'no'],
    [500, body('INTERNAL'), 'server', 'unknown'],
    [503, '', 'server', 'unknown'],
  ])('%i %s is %s, charged: %s', (status, text, kind, charged) => {
    expect(failureOf(status, text, null, NOW)).toMatchObject({ kind, charged, httpStatus: status });
  });

  it('about the sceneId means that Flow has had the request', () => {
    const violation = { field: 'requests[0].metadata.sceneId', description: 'Used before.' };
    const text = JSON.stringify({
      error: { code: 400, status: 'INVALID_ARGUMENT', details: [{ fieldViolations: [violation] }] },
    });
    expect(failureOf(400, text, null, NOW)).toMatchObject({
      kind: 'repeated',
      charged: 'unknown',
    });
  });

  it('keeps reason and sentence as they came', () => {
    const text = body('PERMISSION_DENIED', 'PUBLIC_ERROR_NEW', 'Not today.');
    expect(failureOf(403, text, null, NOW)).toMatchObject({
      reason: 'PUBLIC_ERROR_NEW',
      message: 'Not today.',
    });
  });

  it.each([
    ['7', 7000],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('Retry-After %s is a wait of %s ms', (header, waitMs) => {
    expect(failureOf(429, '', header, NOW).retryAfterMs).toBe(waitMs);
  });
});
