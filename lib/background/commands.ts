import { browser } from 'wxt/browser';
import { newId, randomSeed } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { saveFile } from '@/lib/browser/downloads';
import { compose } from '@/lib/job/compose';
import type { Draft } from '@/lib/job/draft';
import { fileName } from '@/lib/job/file-name';
import { coreOf } from '@/lib/job/job';
import type { Answers } from '@/lib/message/answers';
import type { CommandHandlers } from '@/lib/message/receive';
import { dispatch } from '@/lib/queue/dispatch';
import { askAgain, passFor } from '@/lib/session/session';
import { oneTab, patchTab } from '@/lib/session/tab-registry';
import { hold, learnedModels } from '@/lib/store/items';
import type { Background } from './background';
import { freshAddress } from './fresh-address';

const chance = { newId, randomSeed };

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

/** Makes and stores the jobs of a draft; nothing is sent before they are on the disk. */
export async function sendDraft(
  { store, library, heart, now }: Background,
  tabId: number,
  batchId: string,
  draft: Draft,
): Promise<Answers['send']> {
  if (await store.hasBatch(batchId)) return { ok: true, jobs: 0 };
  const tab = await oneTab(tabId);
  const ids = [...draft.imageIds, ...(draft.clipId === undefined ? [] : [draft.clipId])];
  const media = await library.some(ids);
  const jobs = compose(
    {
      draft,
      batchId,
      account: tab?.account ?? '',
      place: { tab, tier: tab?.tier, media: (id) => media.get(id) },
      learned: await learnedModels.get(),
    },
    chance,
    now(),
  );
  if (!jobs.ok) return { ok: false, problems: jobs.failure };
  try {
    await store.add(jobs.value);
  } catch (error) {
    warn('send', error);
    return { ok: false, problems: [], refusal: 'store-refused' };
  }
  heart.beat();
  return { ok: true, jobs: jobs.value.length };
}
