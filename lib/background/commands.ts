import { browser } from 'wxt/browser';
import { saveFile } from '@/lib/browser/downloads';
import { canLift, pausedHold } from '@/lib/job/hold';
import type { JobIn } from '@/lib/job/job';
import { dayStart } from '@/lib/job/ledger';
import type { CommandHandlers } from '@/lib/message/receive';
import { dispatch } from '@/lib/queue/dispatch';
import { adopt } from '@/lib/queue/settle-unknown';
import { keepBalance } from '@/lib/session/balance';
import { askAgain, passFor } from '@/lib/session/session';
import { oneTab, patchTab } from '@/lib/session/tab-registry';
import { hold, learnedModels } from '@/lib/store/items';
import { jobFileName } from '@/lib/store/naming';
import { deleteRecords } from '@/lib/store/records';
import { freshAddress, freshMediaAddress } from './fresh-address';
import type { Heart } from './heart';
import { priceMenu } from './menu-entries';
import type { Background } from './parts';
import { sendAgain } from './send-again';
import { sendDraft } from './send-draft';

/** What the extension's own pages may ask of the background. */
export function createCommands(background: Background): CommandHandlers {
  const { store, library, heart, flow, now } = background;

  return {
    async refresh({ tabId }) {
      let tab = await oneTab(tabId);
      if (tab && !tab.signedIn) await askAgain(tabId, now());
      tab = await oneTab(tabId);
      const pass = tab?.account === undefined ? undefined : await passFor(tab.account, now());
      const askedAt = now();
      const seen = pass && (await flow.credits(pass.token));
      if (seen && tab?.account !== undefined) await keepBalance(tab.account, seen.credits, askedAt);
      if (seen?.tier) await patchTab(tabId, { tier: seen.tier });
      const tier = (await oneTab(tabId))?.tier;
      if (tier) await priceMenu(tier, await learnedModels.get());
      heart.beat();
      return undefined;
    },

    send: ({ tabId, batchId, draft, allowed }) =>
      sendDraft(background, tabId, batchId, draft, allowed),

    async cancel({ jobId }) {
      await dispatch(heart.ports, jobId, { type: 'cancel' });
      return undefined;
    },

    async forget({ jobId }) {
      await dispatch(heart.ports, jobId, { type: 'forget' });
      return undefined;
    },

    again: ({ jobIds, allowed }) => sendAgain(background, jobIds, allowed),

    async clear({ jobIds, isCleared }) {
      return { jobs: await store.clear(jobIds, isCleared) };
    },

    async keep({ jobId, isKept }) {
      await store.keep(jobId, isKept);
      return undefined;
    },

    async checkAgain({ jobId }) {
      const job = await store.get(jobId);
      if (job?.state === 'unknown') await lookFor(heart, job);
      else await dispatch(heart.ports, jobId, { type: 'revive' });
      heart.beat();
      return undefined;
    },

    async download({ jobId }) {
      const job = await store.get(jobId);
      const fresh = await freshAddress(background, job);
      if (!job || !fresh.ok) return fresh.ok ? { ok: false, refusal: 'not-found' } : fresh;
      await saveFile(fresh.address, await jobFileName(job));
      return { ok: true };
    },

    async address({ jobId }) {
      return freshAddress(background, await store.get(jobId));
    },

    async mediaAddress({ mediaId }) {
      return freshMediaAddress(background, mediaId);
    },

    async measured({ mediaId, ...size }) {
      await library.measure(mediaId, size);
      return undefined;
    },

    async pause() {
      await hold.set(pausedHold(now(), await hold.get()));
      return undefined;
    },

    async resume() {
      const held = await hold.get();
      if (held?.reason === 'limit')
        for (const job of await store.open())
          await dispatch(heart.ports, job.id, { type: 'allow' });
      if (held && canLift(held, now())) await hold.set(undefined);
      heart.beat();
      return undefined;
    },

    deleteRecords: () => deleteRecords(dayStart(now())),

    async reloadTab({ tabId }) {
      await browser.tabs.reload(tabId);
      return undefined;
    },
  };
}

/** Looks for the clip of an unknown job in its project's own list. */
async function lookFor({ ports }: Heart, { account, request }: JobIn<'unknown'>): Promise<void> {
  const media = await ports.session.projectMedia(account, request.projectId);
  if (media) await adopt(ports, { operations: [], media });
}
