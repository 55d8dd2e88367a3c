import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteVerified } from '@/lib/session/verified';
import { verifiedAt } from '@/lib/storage/items';

const HOUR_MS = 60 * 60 * 1000;

beforeEach(() => fakeBrowser.reset());

describe('a submit of the page', () => {
  it('with a verification is kept for its account, about when', async () => {
    expect(await noteVerified('ada', true, 1000)).toBe(false);
    expect(await noteVerified('ben', true, 2000)).toBe(false);
    await noteVerified('ada', true, 1000 + HOUR_MS - 1);
    expect(await verifiedAt.get()).toEqual({ ada: 1000, ben: 2000 });
    await noteVerified('ada', true, 1000 + HOUR_MS);
    expect(await verifiedAt.get()).toEqual({ ada: 1000 + HOUR_MS, ben: 2000 });
  });

  it('without one ends it, and says that something may go out now', async () => {
    await noteVerified('ada', true, 1000);
    expect(await noteVerified('ben', false, 2000)).toBe(false);
    expect(await noteVerified('ada', false, 2000)).toBe(true);
    expect(await noteVerified('ada', false, 2000)).toBe(false);
    expect(await verifiedAt.get()).toEqual({});
  });

  it('without one long after says nothing new', async () => {
    await noteVerified('ada', true, 1000);
    expect(await noteVerified('ada', false, 1000 + 8 * 24 * HOUR_MS)).toBe(false);
    expect(await verifiedAt.get()).toEqual({});
  });

  it('of more accounts than anybody has leaves the last twenty', async () => {
    for (let n = 0; n < 30; n++) await noteVerified(`account ${n}`, true, 1000 + n);
    const kept = Object.keys(await verifiedAt.get());
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 'account 10', 'account 29']);
  });
});
