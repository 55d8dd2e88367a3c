import { describe, expect, it } from 'vitest';
import { inOrder } from '@/lib/background/in-order';
import type { ReportHandlers } from '@/lib/messaging/server';

const call = { url: 'u', status: 200, body: '' };
const tab = (tabId: number) => ({ tabId, url: 'https://labs.google/fx/tools/flow' });

/** Handlers that write down when they begin and end; `arrived` ends when the test says so. */
function setUp() {
  const log: string[] = [];
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const handlers: ReportHandlers = {
    async arrived() {
      await arrived;
      log.push('arrived');
    },
    async session() {
      throw new Error('refused');
    },
    async call(_, { tabId }) {
      log.push(`call of ${tabId}`);
    },
    async pointed() {
      log.push('pointed');
    },
  };
  return { log, arrive, reports: inOrder(handlers) };
}

describe('reports of a tab', () => {
  it('are taken in one after another; other tabs and the menu do not wait', async () => {
    const { log, arrive, reports } = setUp();
    const first = reports.arrived({ openedAt: 1 }, tab(1));
    const second = reports.call(call, tab(1));
    await reports.call(call, tab(2));
    await reports.pointed({}, tab(1));
    expect(log).toEqual(['call of 2', 'pointed']);
    arrive();
    await Promise.all([first, second]);
    expect(log).toEqual(['call of 2', 'pointed', 'arrived', 'call of 1']);
  });

  it('go on after one that could not be taken in', async () => {
    const { log, reports } = setUp();
    const refused = reports.session({ text: '{}' }, tab(1));
    const next = reports.call(call, tab(1));
    await expect(refused).rejects.toThrow('refused');
    await next;
    expect(log).toEqual(['call of 1']);
  });
});
