import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  BARE,
  createScene,
  error,
  fetching,
  GAP_MS,
  MINUTE,
  quota,
  UNUSUAL,
} from '../../fakes/flow-scene';
import { type Case, expectOutcome } from './submit-cases';

beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

/** Answers that say what became of the job. */
const CASES: readonly Case[] = [
  ['unusual activity at 429', UNUSUAL, 'waiting', undefined, undefined, 'verification', false],
  [
    'unusual activity at 403',
    [403, error(403, 'PERMISSION_DENIED', 'UNUSUAL_ACTIVITY')],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'unusual activity at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'UNUSUAL_ACTIVITY')],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'reCAPTCHA beside another reason',
    [
      403,
      {
        error: {
          message: 'reCAPTCHA evaluation failed',
          details: [{ reason: 'PUBLIC_ERROR_SOMETHING_WENT_WRONG' }],
        },
      },
    ],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'a page about unusual traffic',
    [429, '<html>unusual traffic from your computer network'],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'unusual activity under 200',
    [200, error(429, 'RESOURCE_EXHAUSTED', 'UNUSUAL_ACTIVITY')],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'a quota at 400',
    quota(400, 'INVALID_ARGUMENT'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a quota at 403',
    quota(403, 'PERMISSION_DENIED'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a quota at 429',
    quota(429, 'RESOURCE_EXHAUSTED'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a model’s quota',
    quota(400, 'INVALID_ARGUMENT', 'PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a quota among odd details',
    [
      429,
      {
        error: {
          details: [
            { retryDelay: '37s' },
            { reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED' },
            { reason: 7 },
            null,
          ],
        },
      },
    ],
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'throttling',
    [429, error(429, 'RESOURCE_EXHAUSTED', 'USER_REQUESTS_THROTTLED')],
    'waiting',
    undefined,
    undefined,
    'throttled',
    false,
  ],
  [
    'throttling at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'CONCURRENT_LIMIT_REACHED')],
    'waiting',
    undefined,
    undefined,
    'throttled',
    false,
  ],
  [
    'throttling for less than the pace',
    [429, '', { 'retry-after': '9' }],
    'waiting',
    undefined,
    undefined,
    'throttled',
    true,
  ],
  [
    'a plan without the model at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'MODEL_ACCESS_DENIED')],
    'failed',
    'access',
    'no',
    undefined,
    true,
  ],
  [
    'a plan without the model at 429',
    [429, error(429, 'RESOURCE_EXHAUSTED', 'MODEL_ACCESS_DENIED')],
    'failed',
    'access',
    'no',
    undefined,
    true,
  ],
  [
    'unsafe content at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'UNSAFE_GENERATION')],
    'failed',
    'content',
    'no',
    undefined,
    true,
  ],
  [
    'unsafe content at 429',
    [429, error(429, 'RESOURCE_EXHAUSTED', 'UNSAFE_GENERATION')],
    'failed',
    'content',
    'no',
    undefined,
    true,
  ],
  [
    'a wrong shape',
    [400, error(400, 'INVALID_ARGUMENT')],
    'failed',
    'invalid',
    'no',
    undefined,
    true,
  ],
  [
    'the same in an array',
    [400, [{ error: { code: 400, errors: [{ reason: 'badRequest' }] } }]],
    'failed',
    'invalid',
    'no',
    undefined,
    true,
  ],
  [
    'the same under 200',
    [200, error(400, 'INVALID_ARGUMENT')],
    'failed',
    'invalid',
    'no',
    undefined,
    true,
  ],
  ['a refusal without a reason', BARE, 'failed', 'refused', 'no', undefined, true],
  [
    'a clip that Flow does not know',
    [404, error(404, 'NOT_FOUND')],
    'failed',
    'not-found',
    'no',
    undefined,
    true,
  ],
  ['an address that is gone', [404, '<html>'], 'failed', 'refused', 'no', undefined, true],
];

describe('an answer to a submit', () => {
  it.each(CASES)('%s', expectOutcome);
});

describe('a verification', () => {
  it('is never tried again by itself; waits grow, and the user is asked each time', async () => {
    const { credentials, sent, lift, world, states } = createScene([UNUSUAL, UNUSUAL, UNUSUAL]);
    for (const [time, minutes] of [15, 30, 60].entries()) {
      await credentials(0);
      expect(sent()).toBe(time + 1);
      expect(world.hold?.reason).toBe('verification');
      await credentials(minutes * MINUTE - GAP_MS);
      expect(lift()).toBe(false);
      await credentials(24 * 60 * MINUTE);
      expect(sent()).toBe(time + 1);
      expect(lift()).toBe(true);
    }
    expect(states()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    await credentials(0);
    expect(states()).toContain('running');
    expect(world.streak.verification).toBe(0);
  });
});
