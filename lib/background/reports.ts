import type { ReportHandlers } from '@/lib/messaging/server';
import { findMoved } from '@/lib/queue/find-moved';
import { askIfUnknown, readSession } from '@/lib/session/session';
import { oneTab, openTab } from '@/lib/session/tab-registry';
import { flowPageOf } from '@/lib/sites/flow-page';
import { observationOf } from '@/lib/sites/observation';
import { callIds, noAccessAt, pointed, welcomedAt } from '@/lib/storage/items';
import { type TakeInUses, takeIn } from './take-in';

/** What content scripts tell. */
export function createReports(uses: TakeInUses): ReportHandlers {
  const { runner, now } = uses;
  return {
    async arrived({ openedAt }, { tabId, url }) {
      const page = flowPageOf(url);
      if (!page) return;
      // The page's own id has this form: ";" and the epoch ms of its start.
      await openTab({
        tabId,
        site: page.site,
        sessionId: `;${openedAt}`,
        seenAt: now(),
        projectId: page.projectId,
      });
      await noAccessAt.set(undefined);
      if ((await welcomedAt.get()) === 0) await welcomedAt.set(now());
      await askIfUnknown(tabId, now());
    },

    async session({ text }, { tabId }) {
      await readSession(tabId, text, now());
      runner.wake();
    },

    async call(call, { tabId }) {
      const observation = observationOf(call, now(), await callIds.get());
      await takeIn(uses, tabId, observation);
      if (observation.list === 'seen')
        await findMoved(runner.ports, (await oneTab(tabId))?.account);
    },

    async pointed(under, { tabId }) {
      await pointed.change((before) => ({ ...before, [tabId]: under }));
    },
  };
}
