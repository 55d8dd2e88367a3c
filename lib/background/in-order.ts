import { createMutex } from '@/lib/base/mutex';
import type { ReportHandlers, ReportingTab } from '@/lib/messaging/server';

/**
 * Lets the reports of one tab be taken in one after another, as they came: what its page says of its
 * account is lost while nothing is known of the tab yet. `pointed` does not wait: its menu is open.
 */
export function inOrder(handlers: ReportHandlers): ReportHandlers {
  const lines = new Map<
    number,
    { readonly run: ReturnType<typeof createMutex>; waiting: number }
  >();

  async function queued(tabId: number, step: () => Promise<void>): Promise<void> {
    const line = lines.get(tabId) ?? { run: createMutex(), waiting: 0 };
    lines.set(tabId, line);
    line.waiting += 1;
    try {
      await line.run(step);
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) lines.delete(tabId);
    }
  }

  const lined =
    <Data>(handle: (data: Data, tab: ReportingTab) => Promise<void>) =>
    (data: Data, tab: ReportingTab) =>
      queued(tab.tabId, () => handle(data, tab));

  const { arrived, session, call, pointed } = handlers;
  return { arrived: lined(arrived), session: lined(session), call: lined(call), pointed };
}
