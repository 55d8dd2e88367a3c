import { i18n } from '#i18n';
import type { Save } from '@/lib/job/save';
import { ask } from '@/lib/store/ask';
import { jobsOfBatch } from '@/lib/store/job-queries';
import { readMedia } from '@/lib/store/media-queries';
import { savesOf } from '@/lib/store/save-store';
import { faultWords } from '@/lib/text/fault-words';
import { quotedTitle } from '@/lib/text/title';
import { nameOf, type Words } from './notice-words';

/** The results of a batch that were not saved: which, why, and what to do. */
export async function unsavedWords(batchId: string): Promise<Words> {
  const batch = await ask((from) => jobsOfBatch(batchId, from));
  const ids = batch.map(({ id }) => id);
  const saves = await ask((from) => savesOf(ids, from));
  const broken = saves.filter((save) => save.state === 'broken');
  const unsaved = batch.filter((job) => broken.some(({ id }) => id === job.id));
  return {
    title: nameOf(unsaved),
    message: i18n.t('notify.unsaved', [faultWords(broken.map(({ fault }) => fault))]),
  };
}

/** A clip of a project that was not saved. */
export async function unsavedClipWords(save: Save): Promise<Words> {
  const clip = await ask((from) => readMedia(save.id, from));
  const why = faultWords(save.state === 'broken' ? [save.fault] : []);
  return {
    title: clip?.title ? quotedTitle(clip.title) : i18n.t('name'),
    message: i18n.t('notify.unsavedClip', [why]),
  };
}
