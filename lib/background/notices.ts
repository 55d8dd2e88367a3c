import { warn } from '@/lib/base/log';
import { createSerial } from '@/lib/base/serial';
import { TIMER_MOST_MS } from '@/lib/base/time';
import { notify } from '@/lib/browser/notifications';
import { isVisible } from '@/lib/browser/surfaces';
import type { Hold } from '@/lib/job/hold';
import { batchNotice, holdDueAt, type NoticeKind } from '@/lib/job/notice';
import { ask } from '@/lib/store/ask';
import { hold, type Settings, settings, toldUntil } from '@/lib/store/items';
import { jobsChangedAfter, jobsOfBatch, latestChange } from '@/lib/store/job-queries';
import { entriesOf } from '@/lib/store/ledger-queries';
import { batchWords, holdNotice, type Words } from './notice-words';
import { untellSent } from './take-back';

/** Changes come in bursts: one look is enough for all of one. */
const LOOK_AFTER_MS = 200;

/** Follows what ends, from the store alone: a worker that died in between takes nothing along. */
export interface Notices {
  /** Jobs or the hold may have changed. */
  look(): void;
}

/** What ended before the browser's start is no news. Call it before anything else changes a job. */
export async function beginNotices(now: number): Promise<void> {
  if ((await toldUntil.get()) !== undefined) return;
  await toldUntil.set({ at: Math.max(now - 1, await ask(latestChange)) });
}

/** Tells the person what ended while no page of ours was in sight. */
export function createNotices(now: () => number): Notices {
  const serial = createSerial();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the last look was (epoch ms): stamps lie ahead of a clock that was put back, ends do not. */
  let lookedAt = Number.POSITIVE_INFINITY;

  async function follow(): Promise<void> {
    const told = await toldUntil.get();
    if (!told) return;
    const since = Math.min(told.at, lookedAt);
    const changed = await ask((from) => jobsChangedAfter(told.at, from));
    lookedAt = now();
    const at = Math.max(told.at, ...changed.map(({ changedAt = 0 }) => changedAt));
    const wanted = await settings.get();
    for (const batchId of new Set(changed.map((job) => job.batchId))) {
      await untellSent(batchId);
      await tellBatch(batchId, { since, upTo: at }, wanted);
    }
    const holdTold = await tellHold(told.hold, wanted);
    if (at !== told.at || holdTold !== told.hold)
      await toldUntil.set({ at, ...(holdTold !== undefined && { hold: holdTold }) });
  }

  /** @returns the hold that the person knows of now */
  async function tellHold(told: string | undefined, wanted: Settings): Promise<string | undefined> {
    const held = await hold.get();
    const dueAt = holdDueAt(held);
    if (!held || dueAt === undefined) return undefined;
    const id = holdId(held);
    const wait = dueAt - now();
    if (wait > 0) later(wait);
    if (wait > 0 || id === told) return told;
    if (wants(wanted, 'needs') && !(await isVisible())) {
      await show(await holdNotice(held.reason), id);
    }
    return id;
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        void serial(follow).catch((error) => warn('notices', error));
      },
      Math.min(ms, TIMER_MOST_MS),
    );
  }

  return { look: () => later(LOOK_AFTER_MS) };
}

const holdId = ({ reason, since }: Hold): string => `hold:${reason}:${since}`;

const SETTING = { done: 'tellsDone', needs: 'tellsNeeds', failed: 'tellsFailed' } as const;

const wants = (wanted: Settings, kind: NoticeKind): boolean => wanted[SETTING[kind]] ?? true;

/** A look covers the changes between two moments (epoch ms). */
interface Span {
  readonly since: number;
  readonly upTo: number;
}

/** A batch that has changed again since the look began is left to the next one: it is told once. */
async function tellBatch(batchId: string, { since, upTo }: Span, wanted: Settings): Promise<void> {
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  if (batch.some(({ changedAt = 0 }) => changedAt > upTo)) return;
  const kind = batchNotice(batch, since, (each) => wants(wanted, each));
  if (kind === undefined || (await isVisible())) return;
  const ids = batch.map(({ id }) => id);
  const entries = await ask((from) => entriesOf(ids, from));
  await show(batchWords(batch, entries), `batch:${batchId}`);
}

/** Shown or refused by the system: it counts as told, and keeps no other from being told. */
const show = ({ title, message }: Words, id: string): Promise<void> =>
  notify(title, message, id).catch((error: unknown) => warn('notices', error));
