import { expect, it } from 'vitest';
import { parseSession } from '@/lib/sites/session';

const LABS = JSON.stringify({ user: { email: 'a@example.com' }, access_token: 'ya29.a' });

it('the session of labs.google names the account and brings a token', () => {
  const value = { email: 'a@example.com', token: 'ya29.a' };
  expect(parseSession('labs.google', LABS)).toEqual({ ok: true, value });
});

it('the session of flow.google.com names the account and brings nothing secret', () => {
  const said = JSON.stringify({ email: 'a@example.com', at: 'secret', token: 'secret' });
  const value = { email: 'a@example.com' };
  expect(parseSession('flow.google.com', said)).toEqual({ ok: true, value });
});

it.each([
  ['labs.google', '{}', 'signed-out'],
  ['labs.google', '{"access_token":"ya29.a"}', 'unreadable'],
  ['labs.google', '{"error":"ACCESS_TOKEN_REFRESH_NEEDED","access_token":"a"}', 'run-out'],
  ['labs.google', 'no', 'unreadable'],
  ['flow.google.com', '{}', 'signed-out'],
  ['flow.google.com', '{"email":7}', 'signed-out'],
  ['flow.google.com', 'no', 'unreadable'],
] as const)('on %s %s is %s', (site, said, failure) => {
  expect(parseSession(site, said)).toEqual({ ok: false, failure });
});
