import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { balanceOf, keepBalance } from '@/lib/session/balance';
import { openTab, patchTab } from '@/lib/session/tab-registry';

beforeEach(async () => {
  fakeBrowser.reset();
  for (const tabId of [1, 2, 3]) {
    await openTab({ tabId, sessionId: `;${tabId}`, seenAt: tabId, projectId: undefined });
    await patchTab(tabId, { account: tabId === 3 ? 'ben' : 'ada' });
  }
});

it('is one for all tabs of an account, and another for another account', async () => {
  await keepBalance('ada', 1540, 10);
  await keepBalance('ben', 680, 10);
  expect(await balanceOf('ada')).toEqual({ credits: 1540, askedAt: 10 });
  expect(await balanceOf('ben')).toEqual({ credits: 680, askedAt: 10 });
  expect(await balanceOf('nobody')).toBeUndefined();
});

it('is not set back by an answer that was asked for before', async () => {
  await keepBalance('ada', 1520, 20);
  await keepBalance('ada', 1540, 15);
  expect(await balanceOf('ada')).toEqual({ credits: 1520, askedAt: 20 });
  await keepBalance('ada', 1500, 30);
  expect(await balanceOf('ada')).toEqual({ credits: 1500, askedAt: 30 });
});
