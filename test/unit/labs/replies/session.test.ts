import { describe, expect, it } from 'vitest';
import { parseCredits } from '@/lib/labs/replies/credits';
import { parseSession } from '@/lib/labs/replies/session';

describe('the session address', () => {
  it('brings a token and whose it is', () => {
    const body = JSON.stringify({
      user: { name: 'Ada', email: 'ada@example.com', image: 'https://example.com/a.png' },
      expires: '2026-12-20T12:00:00.000Z',
      access_token: 'ya29.abc',
    });
    expect(parseSession(body)).toEqual({
      ok: true,
      value: { token: 'ya29.abc', email: 'ada@example.com' },
    });
  });

  it.each([
    ['{"access_token":"ya29.abc","user":null,"error":null}', {}],
    ['{"access_token":"ya29.abc","user":{"email":7}}', {}],
    ['{"access_token":"ya29.abc","user":{"email":"b@example.com"},"expires":3}', 'b@example.com'],
  ])('loses of %s only what is odd', (body, email) => {
    expect(parseSession(body)).toEqual({
      ok: true,
      value: { token: 'ya29.abc', ...(typeof email === 'string' && { email }) },
    });
  });

  it.each([
    ['{}', 'signed-out'],
    ['{"user":{}}', 'signed-out'],
    ['{"access_token":""}', 'signed-out'],
    ['{"access_token":7,"user":null}', 'signed-out'],
    [
      '{"user":{"email":"ada@example.com"},"access_token":"ya29.old","error":"ACCESS_TOKEN_REFRESH_NEEDED"}',
      'run-out',
    ],
    ['{"error":"RefreshAccessTokenError"}', 'run-out'],
    ['<html>', 'unreadable'],
    ['', 'unreadable'],
    ['[]', 'unreadable'],
    ['null', 'unreadable'],
  ])('%s is %s', (body, failure) => {
    expect(parseSession(body)).toEqual({ ok: false, failure });
  });
});

describe('the credits', () => {
  it.each([
    ['{"credits":1540,"userPaygateTier":"PAYGATE_TIER_TWO"}', { credits: 1540, tier: 'ultra' }],
    ['{"credits":0,"userPaygateTier":"PAYGATE_TIER_NOT_PAID"}', { credits: 0, tier: 'free' }],
    [
      '{"credits":3,"userPaygateTier":"PAYGATE_TIER_ZERO"}',
      { credits: 3, tier: 'PAYGATE_TIER_ZERO' },
    ],
    ['{"userPaygateTier":"PAYGATE_TIER_ONE"}', { tier: 'pro' }],
    ['{"credits":"340","userPaygateTier":"PAYGATE_TIER_TWO"}', { tier: 'ultra' }],
    ['{"credits":null,"userPaygateTier":"PAYGATE_TIER_TWO"}', { tier: 'ultra' }],
    ['{"credits":-1,"userPaygateTier":"PAYGATE_TIER_TWO"}', { tier: 'ultra' }],
    ['{"credits":12,"userPaygateTier":null}', { credits: 12 }],
    ['{"credits":12,"userPaygateTier":"no such form"}', { credits: 12 }],
    ['{"credits":"many"}', undefined],
    ['[]', undefined],
    ['', undefined],
  ])('%s', (body, credits) => {
    expect(parseCredits(body)).toEqual(credits);
  });
});
