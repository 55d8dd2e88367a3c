import { reloadTab } from '@/lib/browser/tabs';
import type { Saver } from '@/lib/files/saver';
import { mediaUrl, resultUrl, type SourcePorts } from '@/lib/files/sources';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { asOf, canLift, pausedHold } from '@/lib/jobs/hold';
import type { JobIn } from '@/lib/jobs/job';
import { dayStart } from '@/lib/ledger/ledger';
import type { AnswerOf } from '@/lib/messaging/protocol';
import type { CommandHandlers } from '@/lib/messaging/server';
import { dispatch } from '@/lib/queue/dispatch';
import type { QueuePorts } from '@/lib/queue/ports';
import { adopt } from '@/lib/queue/settle-unknown';
import { learnedModels, leftOut, unknownWords } from '@/lib/storage/items';
import type { JobStore } from '@/lib/storage/job-store';
import type { Library } from '@/lib/storage/library';
import type { PageJobStore } from '@/lib/storage/page-job-store';
import { deleteRecords } from '@/lib/storage/records';
import { type GoOnUses, goOn } from './go-on';
import type { PageJobUses } from './page-jobs';
import { type PrepareUses, prepare } from './prepare-draft';
import type { QueueRunner } from './queue-runner';
import { type ReadyUses, readyTab } from './ready-tab';
import { type SaveClipsUses, saveClips } from './save-clips';
import { type SendAgainUses, sendAgain } from './send-again';
import { type SendUses, sendDraft } from './send-draft';

export interface CommandUses
  extends SendUses,
    SendAgainUses,
    ReadyUses,
    PrepareUses,
    GoOnUses,
    SaveClipsUses {
  readonly store: SendUses['store'] &
    SendAgainUses['store'] &
    GoOnUses['store'] &
    Pick<JobStore, 'clear' | 'keep' | 'get'>;
  readonly pageJobs: PageJobUses['store'] & Pick<PageJobStore, 'clear' | 'running'>;
  readonly library: Pick<Library, 'some' | 'measure' | 'remember'>;
  readonly runner: Pick<QueueRunner, 'ports' | 'hear' | 'wake'>;
  /** The one way to a file on the disk. */
  readonly saver: Pick<Saver, 'saveAll'>;
  readonly sources: SourcePorts;
}

/** What the extension's own pages may ask of the background. */
export function createCommands(uses: CommandUses): CommandHandlers {
  const { store, pageJobs, library, runner, saver, sources, now } = uses;

  return {
    async refresh({ tabId }) {
      await readyTab(uses, tabId);
      return undefined;
    },

    send: ({ tabId, ...order }) => sendDraft(uses, tabId, order),

    prepare: (order) => prepare(uses, order),

    cancel: ({ jobId }) => end(runner.ports, jobId, 'cancel'),

    stop: ({ jobId }) => end(runner.ports, jobId, 'stop'),

    forget: ({ jobId }) => end(runner.ports, jobId, 'forget'),

    again: ({ jobIds, allowed }) => sendAgain(uses, jobIds, allowed),

    async clear({ jobIds, isCleared }) {
      const own = await store.clear(jobIds, isCleared);
      return { jobs: own + (await pageJobs.clear(jobIds, isCleared, now())) };
    },

    async keep({ jobId, isKept }) {
      await store.keep(jobId, isKept);
      return undefined;
    },

    async checkAgain({ jobId }) {
      const job = await store.get(jobId);
      if (job?.state === 'unknown') await lookFor(runner.ports, job);
      else await dispatch(runner.ports, jobId, { type: 'revive' });
      runner.wake();
      return undefined;
    },

    async save({ jobIds }) {
      const done = (await store.some(jobIds)).filter(({ state }) => state === 'done');
      await saver.saveAll(done.map(({ id }) => ({ id, of: 'job' })));
      return done.length > 0
        ? { ok: true, jobs: done.length }
        : { ok: false, refusal: 'not-found' };
    },

    saveClips: (order) => saveClips(uses, order),

    resultUrl: async ({ jobId, refused }) => resultUrl(sources, await store.get(jobId), refused),

    mediaUrl: ({ mediaId, refused }) => mediaUrl(sources, mediaId, refused),

    async measured({ mediaId, ...size }) {
      await library.measure(mediaId, size);
      return undefined;
    },

    async pause() {
      await runner.ports.hold.change((held) => pausedHold(now(), held));
      runner.wake();
      return undefined;
    },

    async resume({ reason, jobIds }) {
      const { hold } = runner.ports;
      if (reason === 'limit')
        for (const id of jobIds) await dispatch(runner.ports, id, { type: 'allow' });
      await hold.change((stored) => {
        const held = asOf(stored, now());
        return held?.reason === reason && canLift(held, now()) ? undefined : held;
      });
      runner.wake();
      return undefined;
    },

    async deleteRecords() {
      const count = await deleteRecords(dayStart(now()));
      await learnedModels.set(NOTHING_LEARNED);
      await leftOut.set(leftOut.fallback);
      await unknownWords.set({});
      return count;
    },

    goOn: ({ jobIds }) => goOn(uses, jobIds),

    async reloadTab({ tabId }) {
      await reloadTab(tabId);
      return undefined;
    },
  };
}

/** Ends a job that is as the user saw it. One that has gone on is left alone, and they are told. */
async function end(
  ports: QueuePorts,
  jobId: string,
  type: 'cancel' | 'stop' | 'forget',
): Promise<AnswerOf<'cancel'>> {
  const step = await dispatch(ports, jobId, { type });
  return step?.job.state === 'cancelled' ? { ok: true } : { ok: false, refusal: 'gone-on' };
}

/** Looks for the clip of an unknown job in its project's own list. */
async function lookFor(ports: QueuePorts, { account, request }: JobIn<'unknown'>): Promise<void> {
  const media = await ports.session.projectMedia(account, request.projectId);
  if (media) await adopt(ports, { operations: [], media });
}
