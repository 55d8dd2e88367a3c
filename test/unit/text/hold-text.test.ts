import { describe, expect, it } from 'vitest';
import { HOLD_REASONS } from '@/lib/jobs/hold';
import { askedPrice, holdText } from '@/lib/text/hold-text';
import { ACCOUNT, waiting } from '../../samples/jobs';

const three = [waiting(1), waiting(2), waiting(3)];
const place = { waiting: three, account: ACCOUNT, balance: 15, dayLimit: 200 };

describe('the words of a hold', () => {
  it.each(HOLD_REASONS)('say for %s what happened and that nothing is charged', (reason) => {
    for (const where of [place, { waiting: [] }]) {
      const { title, text } = holdText(reason, where);
      expect(title).toMatch(/\.$/);
      expect(text).toMatch(/not charged|nothing (is|was) charged/i);
      expect(title + text).not.toMatch(/\$\d|undefined/);
    }
  });

  it('name the limit and the jobs that wait for it', () => {
    const { title, text } = holdText('limit', place);
    expect(title).toBe('Today’s limit of 200 credits is reached.');
    expect(text).toMatch(/^3 jobs wait /);
  });

  it('name what the next job needs and what is left', () => {
    expect(holdText('no-credits', place).title).toContain('20 needed, 15 left');
  });

  it('do not compare with the balance of another account', () => {
    const other = { ...place, account: 'account-of-bob' };
    expect(holdText('no-credits', other).title).toBe('Not enough credits for the next job.');
  });

  it.each([
    ['refused', /^Flow refuses the session/, /reload the Flow page, or sign out/],
    ['run-out', /session of the Flow page has run out/, /Sign out of Flow and in again/],
    ['asleep', /^The Flow tab is asleep; 3 jobs wait\.$/, /awake/],
  ] as const)(
    'tell a session that is %s from a page that nobody is signed in to',
    (trouble, title, text) => {
      const said = holdText('signed-out', { ...place, trouble });
      expect(said.title).toMatch(title);
      expect(said.text).toMatch(text);
      expect(said.text).toMatch(/charged/);
      expect(said.title + said.text).not.toMatch(/Sign in on/);
    },
  );

  it('count the jobs that wait for a sign-in', () => {
    const { title } = holdText('signed-out', { waiting: three });
    expect(title).toBe('Sign in on the Flow page; 3 jobs wait.');
  });

  it('say when all that waits belongs to another account', () => {
    const { title } = holdText('signed-out', { waiting: three, account: 'account-of-bob' });
    expect(title).toBe('3 jobs wait for another account.');
  });
});

describe('the price of what waits for a yes', () => {
  it('is the sum', () => {
    expect(askedPrice(place)).toBe(60);
  });

  it('leaves out what was allowed before', () => {
    expect(askedPrice({ waiting: [...three, { ...waiting(4), allowed: true }] })).toBe(60);
  });

  it('is unknown as soon as one price is', () => {
    const { price: _, ...unpriced } = waiting(4);
    expect(askedPrice({ waiting: [...three, unpriced] })).toBeUndefined();
  });
});
