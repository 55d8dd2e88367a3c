import { i18n } from '#i18n';
import type { Save } from '@/lib/jobs/save';
import { ask } from '@/lib/storage/ask';
import { jobsOfBatch } from '@/lib/storage/job-queries';
import { readMedia } from '@/lib/storage/media-queries';
import { savesOf } from '@/lib/storage/save-store';
import { faultText } from '@/lib/text/fault-text';
import { quotedTitle } from '@/lib/text/title';
import { type NotificationText, nameOf } from './notification-text';

/** The results of a batch that were not saved: which, why, and what to do. */
export async function unsavedText(batchId: string): Promise<NotificationText> {
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  const ids = batch.map(({ id }) => id);
  const saves = await ask((from) => savesOf(ids, from));
  const broken = saves.filter((save) => save.state === 'broken');
  const unsaved = batch.filter((job) => broken.some(({ id }) => id === job.id));
  return {
    title: nameOf(unsaved),
    message: i18n.t('notify.unsaved', [faultText(broken.map(({ fault }) => fault))]),
  };
}

/** A clip of a project that was not saved. */
export async function unsavedClipText(save: Save): Promise<NotificationText> {
  const clip = await ask((from) => readMedia(save.id, from));
  const why = faultText(save.state === 'broken' ? [save.fault] : []);
  return {
    title: clip?.title ? quotedTitle(clip.title) : i18n.t('name'),
    message: i18n.t('notify.unsavedClip', [why]),
  };
}
