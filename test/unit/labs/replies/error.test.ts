import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf, generationFailure, isRetired, refusalIn } from '@/lib/labs/replies/error';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 24 * 3_600_000;
const LONG = `PUBLIC_ERROR_${'X'.repeat(500)}`;

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

  it.each([
    ['-5', undefined],
    ['1.5', 1500],
    ['99999999999999999999', DAY_MS],
    ['Fri, 20 Nov 2099 12:00:00 GMT', DAY_MS],
    ['', undefined],
  ])('Retry-After %j waits %s ms, never more than a day', (header, waitMs) => {
    expect(failureOf(503, '', header, NOW).retryAfterMs).toBe(waitMs);
  });

  it.each([
    ['37s', 37_000],
    ['1.5s', 1500],
    ['-3s', undefined],
    ['soon', undefined],
    [{ seconds: 4, nanos: 500_000_000 }, 4500],
    [{ seconds: '9999999' }, DAY_MS],
    [7, undefined],
  ])('RetryInfo %j waits %s ms', (retryDelay, waitMs) => {
    const text = JSON.stringify({ error: { details: [{ retryDelay }] } });
    expect(failureOf(429, text, null, NOW).retryAfterMs).toBe(waitMs);
  });

  it('waits for the longer of header and RetryInfo', () => {
    const text = JSON.stringify({ error: { details: [{ retryDelay: '3s' }] } });
    expect(failureOf(429, text, '8', NOW).retryAfterMs).toBe(8000);
    expect(failureOf(429, text, '1', NOW).retryAfterMs).toBe(3000);
  });
});

const REASONS = [
  ['PUBLIC_ERROR_UNUSUAL_ACTIVITY', 'verification'],
  ['PUBLIC_ERROR_UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC', 'verification'],
  ['PUBLIC_ERROR_USER_QUOTA_REACHED', 'quota'],
  ['PUBLIC_ERROR_PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE', 'quota'],
  ['PUBLIC_ERROR_WORKSPACE_ACCOUNT_QUOTA_REACHED', 'quota'],
  ['PUBLIC_ERROR_MODEL_ACCESS_DENIED', 'access'],
  ['PUBLIC_ERROR_USER_REGION_DISALLOWED', 'access'],
  ['PUBLIC_ERROR_USER_REQUESTS_THROTTLED', 'throttled'],
  ['PUBLIC_ERROR_CONCURRENT_LIMIT_REACHED', 'throttled'],
  ['PUBLIC_ERROR_GENERATION_ALREADY_IN_PROGRESS', 'throttled'],
  ['PUBLIC_ERROR_HIGH_TRAFFIC', 'throttled'],
  ['PUBLIC_ERROR_MODEL_DISABLED_DUE_TO_TRAFFIC', 'throttled'],
  ['PUBLIC_ERROR_UNSAFE_GENERATION', 'content'],
  ['PUBLIC_ERROR_MINOR', 'content'],
  ['PUBLIC_ERROR_IP_INPUT_IMAGE', 'content'],
  ['PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED', 'content'],
  ['PUBLIC_ERROR_VIDEO_DURATION_TOO_LONG', 'content'],
] as const;

/** Places in which a reason was seen, or may as well stand. */
const PLACES: readonly [string, (reason: string) => unknown][] = [
  ['the only detail', (reason) => ({ error: { details: [{ reason }] } })],
  ['a later detail', (reason) => ({ error: { details: [null, 7, { reason: 7 }, { reason }] } })],
  ['a detail that is no list', (reason) => ({ error: { details: { reason } } })],
  ['errors[]', (reason) => ({ error: { code: '400', errors: [{ reason }] } })],
  ['a message', (reason) => ({ error: { message: `[${reason}] Not this one.`, details: null } })],
  ['an array around it', (reason) => [{ error: { details: [{ reason }], status: 5 } }]],
  ['a tRPC error', (message) => ({ error: { json: { message, code: -32603, data: {} } } })],
  ['a bare word', (error) => ({ error })],
  [
    'beside a word of the transport',
    (reason) => ({
      error: { errors: [{ reason: 'badRequest' }], details: [{ reason }] },
    }),
  ],
];

describe('the reason decides', () => {
  const cases = REASONS.flatMap(([reason, kind]) =>
    PLACES.map(([position, bodyOf]) => ({
      reason,
      kind,
      position,
      text: JSON.stringify(bodyOf(reason)),
    })),
  );

  it.each(cases)('$reason in $place is $kind at 400, 403 and 429', ({ reason, kind, text }) => {
    for (const status of [400, 403, 429])
      expect(failureOf(status, text, null, NOW)).toMatchObject({ kind, reason, charged: 'no' });
  });

  it.each(REASONS)('but %s at 503 proves nothing about the money', (reason, kind) => {
    const text = body('UNAVAILABLE', reason);
    const busy = /TRAFFIC/.test(reason) && kind === 'throttled';
    expect(failureOf(503, text, null, NOW)).toMatchObject({
      kind: busy ? 'server' : kind,
      charged: 'unknown',
    });
  });

  it('that stops most, where several are named', () => {
    const details = [
      { reason: 'PUBLIC_ERROR_UNSAFE_GENERATION' },
      { reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED' },
    ];
    expect(failureOf(400, JSON.stringify({ error: { details } }), null, NOW)).toMatchObject({
      kind: 'quota',
      reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED',
    });
  });

  it.each([
    ['Flow’s sentence', '{"error":{"message":"reCAPTCHA evaluation failed"}}'],
    ['a page of Google', '<html>Our systems have detected unusual traffic from your network'],
  ])('also as %s, at any status', (_, text) => {
    for (const status of [400, 403, 404, 429])
      expect(failureOf(status, text, null, NOW)).toMatchObject({
        kind: 'verification',
        charged: 'no',
      });
  });

  it('a page that is no answer of the API says nothing about the clip', () => {
    expect(failureOf(404, '<!doctype html>', null, NOW).kind).toBe('refused');
  });
});

describe('an error under HTTP 200', () => {
  it.each([
    [{ code: 429, details: [{ reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' }] }, 'verification', 'no'],
    [{ code: 400, status: 'INVALID_ARGUMENT' }, 'invalid', 'no'],
    [{ status: 'PERMISSION_DENIED' }, 'refused', 'no'],
    [{ code: 16 }, 'signed-out', 'no'],
    [{ code: 13, message: 'Internal error.' }, 'server', 'unknown'],
    [{ message: 'PUBLIC_ERROR_USER_QUOTA_REACHED' }, 'quota', 'no'],
    [{ message: 'Something.' }, 'unreadable', 'unknown'],
    [{}, 'unreadable', 'unknown'],
  ] as const)('%j is %s, charged: %s', (error, kind, charged) => {
    const text = JSON.stringify({ error });
    expect(refusalIn(text, null, NOW)).toMatchObject({ kind, charged, httpStatus: 200 });
  });

  it.each(['{"operations":[]}', '{"error":null}', '{"error":false}', '<html>', '', '[]', 'null'])(
    'is not in %j',
    (text) => {
      expect(refusalIn(text, null, NOW)).toBeUndefined();
    },
  );
});

describe('what is kept of an answer', () => {
  it('is one short line of Flow’s sentence and reason', () => {
    const text = JSON.stringify({
      error: { message: `first\n\n second ${'x'.repeat(9000)}`, details: [{ reason: LONG }] },
    });
    const { message = '', reason = '' } = failureOf(400, text, null, NOW);
    expect(message).toMatch(/^first second x+…$/);
    expect([message.length, reason.length]).toEqual([300, 100]);
  });

  it('has a bound, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        fc.json(),
        fc.string(),
        (code, json, after) => {
          for (const text of [json, `{"error":${json}}`, `[{"error":{"details":${json}}}]`]) {
            const failure = failureOf(code, text, after, NOW);
            expect(JSON.stringify(failure).length).toBeLessThan(2000);
            const { retryAfterMs = 0 } = refusalIn(text, after, NOW) ?? failure;
            expect(retryAfterMs).toBeGreaterThanOrEqual(0);
            expect(retryAfterMs).toBeLessThanOrEqual(DAY_MS);
          }
        },
      ),
    );
  });
});

describe('a generation that failed', () => {
  const status = 'MEDIA_GENERATION_STATUS_FAILED';

  it.each([
    [{ code: 13, message: `INTERNAL: check failure\n${'trace\n'.repeat(90)}` }],
    [{ code: 14, message: 'Unavailable.' }],
  ])('by a fault of Flow keeps no trace', (error) => {
    expect(generationFailure(error, status, 'no')).toEqual({ kind: 'fault', charged: 'no' });
  });

  it.each([
    [{ code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' }, 'PUBLIC_ERROR_UNSAFE_GENERATION'],
    [{ code: 13, message: 'PUBLIC_ERROR_AUDIO_FILTERED: no.' }, 'PUBLIC_ERROR_AUDIO_FILTERED'],
    [{ code: 3, message: 'Not this.' }, status],
    [undefined, status],
  ])('with %j says %s', (error, reason) => {
    const failure = generationFailure(error, status, 'unknown');
    expect(failure).toMatchObject({ kind: 'generation', charged: 'unknown', reason });
  });
});

describe('a procedure that Flow no longer has', () => {
  const trpc = (message: string, httpStatus = 404) =>
    JSON.stringify({
      error: { json: { message, code: -32_004, data: { code: 'NOT_FOUND', httpStatus } } },
    });

  it.each([
    [trpc('This procedure is no longer available here.'), true],
    [`[${trpc('No "query"-procedure on path "project.list"')}]`, true],
    [trpc('No such project.'), false],
    [trpc('This procedure is no longer available here.', 500), false],
    ['<html>This procedure is no longer available', false],
  ])('is recognised: %s', (text, isGone) => {
    expect(isRetired(text)).toBe(isGone);
  });
});
