import { describe, expect, it } from 'vitest';
import { parseCredits } from '@/lib/flow/credits-reply';
import { parseSession } from '@/lib/flow/session-reply';

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
    ['{}', 'signed-out'],
    ['{"user":{}}', 'signed-out'],
    ['{"access_token":""}', 'signed-out'],
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
    ['{"credits":3,"userPaygateTier":"PAYGATE_TIER_NINE"}', { credits: 3 }],
    ['{"credits":"many"}', undefined],
    ['', undefined],
  ])('%s', (body, credits) => {
    expect(parseCredits(body)).toEqual(credits);
  });
});
