import { warn } from '@/lib/base/log';
import { createMutex } from '@/lib/base/mutex';
import { TIMER_MOST_MS } from '@/lib/base/time';
import { notify } from '@/lib/browser/notifications';
import { isVisible } from '@/lib/browser/surfaces';
import type { Hold } from '@/lib/jobs/hold';
import { batchNotification, holdDueAt, type NotificationKind } from '@/lib/jobs/notification';
import { ask } from '@/lib/storage/ask';
import { hold, notifiedUntil, type Settings, settings } from '@/lib/storage/items';
import { jobsChangedAfter, jobsOfBatch, latestChange } from '@/lib/storage/job-queries';
import { entriesOf } from '@/lib/storage/ledger-queries';
import { batchText, holdNotification, type NotificationText } from './notification-text';
import { withdrawSent } from './take-back';

/** Changes come in bursts: one look is enough for all of one. */
const LOOK_AFTER_MS = 200;

/** Follows what ends, from the store alone: a worker that died in between takes nothing along. */
export interface Notifications {
  /** Jobs or the hold may have changed. */
  look(): void;
}

/** What ended before the browser's start is no news. Call it before anything else changes a job. */
export async function beginNotifications(now: number): Promise<void> {
  if ((await notifiedUntil.get()) !== undefined) return;
  await notifiedUntil.set({ at: Math.max(now - 1, await ask(latestChange)) });
}

/** Tells the user what ended while no page of ours was in sight. */
export function createNotifications(now: () => number): Notifications {
  const runExclusive = createMutex();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the last look was (epoch ms): stamps lie ahead of a clock that was put back, ends do not. */
  let lookedAt = Number.POSITIVE_INFINITY;

  async function follow(): Promise<void> {
    const notified = await notifiedUntil.get();
    if (!notified) return;
    const since = Math.min(notified.at, lookedAt);
    const changed = await ask((from) => jobsChangedAfter(notified.at, from));
    lookedAt = now();
    const at = Math.max(notified.at, ...changed.map(({ changedAt = 0 }) => changedAt));
    const wanted = await settings.get();
    for (const batchId of new Set(changed.map((job) => job.batchId))) {
      await withdrawSent(batchId);
      await notifyBatch(batchId, { since, upTo: at }, wanted);
    }
    const notifiedHold = await notifyHold(notified.hold, wanted);
    if (at !== notified.at || notifiedHold !== notified.hold)
      await notifiedUntil.set({ at, ...(notifiedHold !== undefined && { hold: notifiedHold }) });
  }

  /** @returns the hold that the user knows of now */
  async function notifyHold(
    notified: string | undefined,
    wanted: Settings,
  ): Promise<string | undefined> {
    const held = await hold.get();
    const dueAt = holdDueAt(held);
    if (!held || dueAt === undefined) return undefined;
    const id = holdId(held);
    const wait = dueAt - now();
    if (wait > 0) later(wait);
    if (wait > 0 || id === notified) return notified;
    if (wants(wanted, 'needs') && !(await isVisible())) {
      await show(await holdNotification(held.reason), id);
    }
    return id;
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        void runExclusive(follow).catch((error) => warn('notifications', error));
      },
      Math.min(ms, TIMER_MOST_MS),
    );
  }

  return { look: () => later(LOOK_AFTER_MS) };
}

const holdId = ({ reason, since }: Hold): string => `hold:${reason}:${since}`;

const SETTING = { done: 'tellsDone', needs: 'tellsNeeds', failed: 'tellsFailed' } as const;

const wants = (wanted: Settings, kind: NotificationKind): boolean => wanted[SETTING[kind]] ?? true;

/** A look covers the changes between two moments (epoch ms). */
interface Span {
  readonly since: number;
  readonly upTo: number;
}

/** A batch that has changed again since the look began is left to the next one: it is told once. */
async function notifyBatch(
  batchId: string,
  { since, upTo }: Span,
  wanted: Settings,
): Promise<void> {
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  if (batch.some(({ changedAt = 0 }) => changedAt > upTo)) return;
  const kind = batchNotification(batch, since, (each) => wants(wanted, each));
  if (kind === undefined || (await isVisible())) return;
  const ids = batch.map(({ id }) => id);
  const entries = await ask((from) => entriesOf(ids, from));
  await show(batchText(batch, entries), `batch:${batchId}`);
}

/** Shown or refused by the system: it counts as told, and keeps no other from being told. */
const show = ({ title, message }: NotificationText, id: string): Promise<void> =>
  notify(title, message, id).catch((error: unknown) => warn('notifications', error));
