import { i18n } from '#i18n';
import { SECOND_MS } from '@/lib/base/time';
import { notify, unnotify } from '@/lib/browser/notifications';
import { sum } from '@/lib/drafts/price';
import { dispatch } from '@/lib/queue/dispatch';
import type { QueuePorts } from '@/lib/queue/ports';
import { ask } from '@/lib/storage/ask';
import { settings } from '@/lib/storage/items';
import { jobsOfBatch } from '@/lib/storage/job-queries';
import { priceText } from '@/lib/text/format';
import { refusalText } from '@/lib/text/refusal-text';
import { nameOf } from './notification-text';

const SENT = 'sent:';

/**
 * How long a job waits that was sent without a form: as long as there is between two jobs, ten seconds
 * at most.
 *
 * @returns ms
 */
export async function takeBackTime(): Promise<number> {
  return Math.min((await settings.get()).gapSeconds, 10) * SECOND_MS;
}

/** Names what the menu has sent, with the price and the way to take it back while it waits. */
export async function notifySent(batchId: string): Promise<void> {
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  const price = priceText(sum(batch.map((job) => job.price)));
  // Firefox shows no button: there the list is the way.
  const words = import.meta.env.FIREFOX ? 'notify.sentInList' : 'notify.sent';
  const message = i18n.t(words, [price]);
  await notify(nameOf(batch), message, SENT + batchId, i18n.t('notify.takeBack'));
}

/** What has gone out, or was taken back in the list, can no longer be taken back here. */
export async function withdrawSent(batchId: string): Promise<void> {
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  if (!batch.some(({ state }) => state === 'waiting')) await unnotify(SENT + batchId);
}

/**
 * The button of a notification was pressed: what waits of its batch is cancelled; says what came of
 * it.
 */
export async function takeBack(ports: QueuePorts, notificationId: string): Promise<void> {
  if (!notificationId.startsWith(SENT)) return;
  const batchId = notificationId.slice(SENT.length);
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  let isBack = batch.length > 0;
  for (const { id } of batch) {
    const step = await dispatch(ports, id, { type: 'cancel' });
    if (step?.job.state !== 'cancelled') isBack = false;
  }
  await notify(nameOf(batch), isBack ? i18n.t('notify.takenBack') : refusalText('gone-on'));
}
