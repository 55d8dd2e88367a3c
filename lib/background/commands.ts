import { browser } from 'wxt/browser';
import { newId } from '@/lib/base/ids';
import { saveFile } from '@/lib/browser/downloads';
import { fileName } from '@/lib/job/file-name';
import { coreOf } from '@/lib/job/job';
import type { CommandHandlers } from '@/lib/message/receive';
import { dispatch } from '@/lib/queue/dispatch';
import { askAgain, passFor } from '@/lib/session/session';
import { oneTab, patchTab } from '@/lib/session/tab-registry';
import { hold, learnedModels } from '@/lib/store/items';
import type { Background } from './background';
import { freshAddress } from './fresh-address';
import { priceMenu } from './menu-entries';
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
      const seen = pass && (await flow.credits(pass.token));
      if (seen)
        await patchTab(tabId, { balance: seen.credits, ...(seen.tier && { tier: seen.tier }) });
      const tier = (await oneTab(tabId))?.tier;
      if (tier) await priceMenu(tier, await learnedModels.get());
      heart.beat();
      return undefined;
    },

    send: ({ tabId, batchId, draft }) => sendDraft(background, tabId, batchId, draft),

    async cancel({ jobId }) {
      await dispatch(heart.ports, jobId, { type: 'cancel' });
      return undefined;
    },

    async forget({ jobId }) {
      await dispatch(heart.ports, jobId, { type: 'forget' });
      return undefined;
    },

    async again({ jobId }) {
      const job = await store.get(jobId);
      if (!job || (job.state !== 'failed' && job.state !== 'unknown'))
        return { ok: false, refusal: 'not-found' };
      const { sentAt: _sentAt, ...core } = coreOf(job);
      const id = newId();
      const request = { ...core.request, sceneId: id };
      await store.add([
        { ...core, id, batchId: newId(), request, createdAt: now(), state: 'waiting' },
      ]);
      heart.beat();
      return { ok: true };
    },

    async download({ jobId }) {
      const job = await store.get(jobId);
      const fresh = await freshAddress(background, job);
      if (!job || !fresh.ok) return fresh.ok ? { ok: false, refusal: 'not-found' } : fresh;
      await saveFile(fresh.address, fileName(job));
      return { ok: true };
    },

    async address({ jobId }) {
      return freshAddress(background, await store.get(jobId));
    },

    async measured({ mediaId, ...size }) {
      await library.measure(mediaId, size);
      return undefined;
    },

    async resume() {
      const held = await hold.get();
      if (held && now() >= held.until) await hold.set(undefined);
      heart.beat();
      return undefined;
    },

    async reloadTab({ tabId }) {
      await browser.tabs.reload(tabId);
      return undefined;
    },
  };
}
