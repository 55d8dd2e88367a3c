import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { balanceOf, keepBalance } from '@/lib/session/balance';
import { takeObservation } from '@/lib/session/session';
import { oneTab, openTab, patchTab } from '@/lib/session/tab-registry';

beforeEach(async () => {
  fakeBrowser.reset();
  for (const tabId of [1, 2, 3]) {
    await openTab({
      site: 'labs.google',
      tabId,
      sessionId: `;${tabId}`,
      seenAt: tabId,
      projectId: undefined,
    });
    await patchTab(tabId, { account: tabId === 3 ? 'ben' : 'ada' });
  }
});

it('the balance is one for all tabs of an account, and another for another account', async () => {
  await keepBalance('ada', 1540, 10);
  await keepBalance('ben', 680, 10);
  expect(await balanceOf('ada')).toEqual({ credits: 1540, askedAt: 10 });
  expect(await balanceOf('ben')).toEqual({ credits: 680, askedAt: 10 });
  expect(await balanceOf('nobody')).toBeUndefined();
});

it('the balance is not set back by an answer that was asked for before', async () => {
  await keepBalance('ada', 1520, 20);
  await keepBalance('ada', 1540, 15);
  expect(await balanceOf('ada')).toEqual({ credits: 1520, askedAt: 20 });
  await keepBalance('ada', 1500, 30);
  expect(await balanceOf('ada')).toEqual({ credits: 1500, askedAt: 30 });
});

it('the balance is what was told last, though the clock was put back since the one before', async () => {
  await keepBalance('ada', 1540, 90_000, 90_000);
  await keepBalance('ada', 1520, 30_000, 31_000);
  expect(await balanceOf('ada')).toEqual({ credits: 1520, askedAt: 30_000 });
  // One that was on its way is late all the same.
  await keepBalance('ada', 1540, 29_000, 32_000);
  expect(await balanceOf('ada')).toEqual({ credits: 1520, askedAt: 30_000 });
});

const shows = (tabId: number, balance: number, now: number) =>
  takeObservation(tabId, { media: [], operations: [], balance }, now);

it('the balance is what Flow told the background, whatever a page shows and however late', async () => {
  await shows(1, 1, 5);
  expect(await balanceOf('ada')).toBeUndefined();
  await keepBalance('ada', 1540, 10);
  await shows(1, 0, 20);
  expect(await balanceOf('ada')).toEqual({ credits: 1540, askedAt: 10, shown: 0 });
  await keepBalance('ada', 1520, 30);
  expect(await balanceOf('ada')).toEqual({ credits: 1520, askedAt: 30 });
});

it('the balance does not wait for what a page has shown to grow old', async () => {
  await keepBalance('ada', 1540, 10);
  await shows(1, 9, 50);
  await keepBalance('ada', 1500, 40);
  expect(await balanceOf('ada')).toEqual({ credits: 1500, askedAt: 40, shown: 9 });
  expect((await oneTab(1))?.balance).toBe(9);
  expect((await oneTab(2))?.balance).toBe(1500);
});
