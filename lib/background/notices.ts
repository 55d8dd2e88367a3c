import { warn } from '@/lib/base/log';
import { saveFile } from '@/lib/browser/downloads';
import { notify } from '@/lib/browser/notifications';
import { isVisible } from '@/lib/browser/surfaces';
import type { Hold } from '@/lib/job/hold';
import type { Job } from '@/lib/job/job';
import { batchNotice, holdDueAt, type NoticeKind } from '@/lib/job/notice';
import { createSerial } from '@/lib/session/serial';
import { database } from '@/lib/store/database';
import { hold, type Settings, settings, toldUntil } from '@/lib/store/items';
import { jobFileName } from '@/lib/store/naming';
import { freshAddress } from './fresh-address';
import { batchWords, holdWords, unsavedWords } from './notice-words';
import type { Background } from './parts';

/** Changes come in bursts: one look is enough for all of one. */
const LOOK_AFTER_MS = 200;

/** Follows what ends, from the store alone: a worker that died in between takes nothing along. */
export interface Notices {
  /** Jobs or the hold may have changed. */
  look(): void;
}

/** What ended before the browser's start is no news. Call it before anything else changes a job. */
export async function beginNotices(now: number): Promise<void> {
  if ((await toldUntil.get()) === undefined) await toldUntil.set({ at: now - 1 });
}

/** Tells the person what ended while no page of ours was in sight, and saves results if wanted. */
export function createNotices(background: Background): Notices {
  const serial = createSerial();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function follow(): Promise<void> {
    const told = await toldUntil.get();
    if (!told) return;
    const changed = await database.jobs.where('changedAt').above(told.at).toArray();
    const wanted = await settings.get();
    if (wanted.savesResults) for (const job of changed) await save(background, job, told.at);
    for (const batchId of new Set(changed.map((job) => job.batchId)))
      await tellBatch(batchId, told.at, wanted);
    const holdTold = await tellHold(told.hold, wanted);
    const at = Math.max(told.at, ...changed.map(({ changedAt = 0 }) => changedAt));
    if (at !== told.at || holdTold !== told.hold)
      await toldUntil.set({ at, ...(holdTold !== undefined && { hold: holdTold }) });
  }

  /** @returns the hold that the person knows of now */
  async function tellHold(told: string | undefined, wanted: Settings): Promise<string | undefined> {
    const held = await hold.get();
    const dueAt = holdDueAt(held);
    if (!held || dueAt === undefined) return undefined;
    const id = holdId(held);
    const wait = dueAt - background.now();
    if (wait > 0) later(wait);
    if (wait > 0 || id === told) return told;
    if (wants(wanted, 'needs') && !(await isVisible())) {
      const { title, message } = await holdWords(held.reason);
      await notify(title, message, id);
    }
    return id;
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void serial(follow).catch((error) => warn('notices', error));
    }, ms);
  }

  return { look: () => later(LOOK_AFTER_MS) };
}

const holdId = ({ reason, since }: Hold): string => `hold:${reason}:${since}`;

const SETTING = { done: 'tellsDone', needs: 'tellsNeeds', failed: 'tellsFailed' } as const;

const wants = (wanted: Settings, kind: NoticeKind): boolean => wanted[SETTING[kind]] ?? true;

async function tellBatch(batchId: string, since: number, wanted: Settings): Promise<void> {
  const batch = await database.jobs.where({ batchId }).sortBy('createdAt');
  const kind = batchNotice(batch, since, (each) => wants(wanted, each));
  if (kind === undefined || (await isVisible())) return;
  const ids = batch.map(({ id }) => id);
  const entries = await database.ledger.where('jobId').anyOf(ids).toArray();
  const { title, message } = batchWords(batch, entries);
  await notify(title, message, `batch:${batchId}`);
}

/** Saves a result that is new; one that cannot be had is left to the person, who is told. */
async function save(background: Background, job: Job, since: number): Promise<void> {
  if (job.state !== 'done' || job.endedAt <= since) return;
  try {
    const fresh = await freshAddress(background, job);
    if (fresh.ok) return await saveFile(fresh.address, await jobFileName(job));
  } catch (error) {
    warn('save', error);
  }
  const { title, message } = unsavedWords(job);
  await notify(title, message, `unsaved:${job.id}`);
}
