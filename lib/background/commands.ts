import { browser } from 'wxt/browser';
import { mediaAddress, resultAddress } from '@/lib/files/sources';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { asOf, canLift, pausedHold } from '@/lib/job/hold';
import type { JobIn } from '@/lib/job/job';
import { dayStart } from '@/lib/job/ledger';
import type { Answers } from '@/lib/message/answers';
import type { CommandHandlers } from '@/lib/message/receive';
import { dispatch } from '@/lib/queue/dispatch';
import { adopt } from '@/lib/queue/settle-unknown';
import { learnedModels, leftOut } from '@/lib/store/items';
import { deleteRecords } from '@/lib/store/records';
import type { Heart } from './heart';
import type { Background } from './parts';
import { readyTab } from './ready-tab';
import { sendAgain } from './send-again';
import { sendDraft } from './send-draft';

/** What the extension's own pages may ask of the background. */
export function createCommands(background: Background): CommandHandlers {
  const { store, library, heart, saver, sources, now } = background;

  return {
    async refresh({ tabId }) {
      await readyTab(background, tabId);
      return undefined;
    },

    send: ({ tabId, ...wish }) => sendDraft(background, tabId, wish),

    cancel: ({ jobId }) => end(heart, jobId, 'cancel'),

    stop: ({ jobId }) => end(heart, jobId, 'stop'),

    forget: ({ jobId }) => end(heart, jobId, 'forget'),

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

    async save({ jobIds }) {
      const done = (await store.some(jobIds)).filter(({ state }) => state === 'done');
      await saver.saveAll(done.map(({ id }) => ({ id, of: 'job' })));
      return done.length > 0
        ? { ok: true, jobs: done.length }
        : { ok: false, refusal: 'not-found' };
    },

    address: async ({ jobId, refused }) => resultAddress(sources, await store.get(jobId), refused),

    mediaAddress: ({ mediaId, refused }) => mediaAddress(sources, mediaId, refused),

    async measured({ mediaId, ...size }) {
      await library.measure(mediaId, size);
      return undefined;
    },

    async pause() {
      await heart.ports.hold.change((held) => pausedHold(now(), held));
      heart.beat();
      return undefined;
    },

    async resume({ reason, jobIds }) {
      const { hold } = heart.ports;
      if (reason === 'limit')
        for (const id of jobIds) await dispatch(heart.ports, id, { type: 'allow' });
      await hold.change((stored) => {
        const held = asOf(stored, now());
        return held?.reason === reason && canLift(held, now()) ? undefined : held;
      });
      heart.beat();
      return undefined;
    },

    async deleteRecords() {
      const count = await deleteRecords(dayStart(now()));
      await learnedModels.set(NOTHING_LEARNED);
      await leftOut.set(leftOut.fallback);
      return count;
    },

    async reloadTab({ tabId }) {
      await browser.tabs.reload(tabId);
      return undefined;
    },
  };
}

/** Ends a job that is as the person saw it. One that has gone on is left alone, and they are told. */
async function end(
  { ports }: Heart,
  jobId: string,
  type: 'cancel' | 'stop' | 'forget',
): Promise<Answers['cancel']> {
  const step = await dispatch(ports, jobId, { type });
  return step?.job.state === 'cancelled' ? { ok: true } : { ok: false, refusal: 'gone-on' };
}

/** Looks for the clip of an unknown job in its project's own list. */
async function lookFor({ ports }: Heart, { account, request }: JobIn<'unknown'>): Promise<void> {
  const media = await ports.session.projectMedia(account, request.projectId);
  if (media) await adopt(ports, { operations: [], media });
}
