import { i18n } from '#i18n';
import { createDownloads, onDownload } from '@/lib/browser/downloads';
import { notify } from '@/lib/browser/notifications';
import { keepSaveAlarm, onSaveAlarm } from '@/lib/browser/save-alarm';
import { isVisible } from '@/lib/browser/surfaces';
import { jobFileName, mediaFileName } from '@/lib/files/naming';
import { findRecipe } from '@/lib/files/recipes';
import { createSaver, type Found, type Saver } from '@/lib/files/saver';
import { mediaUrl, resultUrl, type Source, type SourcePorts } from '@/lib/files/sources';
import { isFileUrl } from '@/lib/flow/file-url';
import { besideId, type Save, type SaveFault, type SaveIn } from '@/lib/jobs/save';
import { ask } from '@/lib/storage/ask';
import { settings } from '@/lib/storage/items';
import { jobsOfBatch } from '@/lib/storage/job-queries';
import type { JobStore } from '@/lib/storage/job-store';
import { readMedia } from '@/lib/storage/media-queries';
import { createSaveStore, savesOf } from '@/lib/storage/save-store';
import { faultText } from '@/lib/text/fault-text';
import { number } from '@/lib/text/format';
import { quotedTitle } from '@/lib/text/title';
import { type NotificationText, nameOf } from './notification-text';

interface Uses {
  readonly sources: SourcePorts;
  readonly store: Pick<JobStore, 'get' | 'some' | 'file'>;
  readonly ready: Promise<void>;
  readonly now: () => number;
}

/** Saves files and follows them. Registers its listeners at once: call it synchronously at the start. */
export function startSaves({ sources, store, ready, now }: Uses): Saver {
  let isKept: boolean | undefined;
  const saver = createSaver(
    {
      saves: createSaveStore(),
      downloads: createDownloads(),
      find: (save) => find(sources, store, save, now()),
      tell: (broken) => tell(store, broken),
      async stayDue(isDue) {
        if (isDue !== isKept) await keepSaveAlarm(isDue);
        isKept = isDue;
      },
      now,
    },
    ready,
  );
  onDownload(saver.look, saver.follow);
  onSaveAlarm(saver.look);
  return saver;
}

const FAULTS = {
  'not-found': 'gone',
  gone: 'gone',
  'no-session': 'no-session',
  unreachable: 'network',
} as const satisfies Record<Exclude<Source, { ok: true }>['refusal'], SaveFault>;

/** The file inside the answer, else by the operation or its project's list; and its name. */
async function find(
  sources: SourcePorts,
  store: Uses['store'],
  save: SaveIn<'requested'>,
  now: number,
): Promise<Found> {
  const { id, of, refused } = save;
  if (of === 'recipe') {
    const recipe = await findRecipe(save, now);
    return recipe ? { ok: true, source: recipe.file, path: recipe.path } : GONE;
  }
  if (of === 'clip') {
    const source = await mediaUrl(sources, id, refused);
    const clip = await sources.library.get(id);
    if (!source.ok) return { ok: false, fault: FAULTS[source.refusal] };
    return clip ? at(source.url, await mediaFileName(clip)) : GONE;
  }
  const job = await store.get(id);
  if (job?.state !== 'done') return GONE;
  const file = job.result.hasFile ? await store.file(id) : undefined;
  if (file) return { ok: true, source: file, path: await jobFileName(job) };
  const source = await resultUrl(sources, job, refused);
  return source.ok
    ? at(source.url, await jobFileName(job))
    : { ok: false, fault: FAULTS[source.refusal] };
}

const GONE: Found = { ok: false, fault: 'gone' };

/** Only what lies where Flow's files lie is ever saved, whatever was stored of it once. */
const at = (url: string, path: string): Found =>
  isFileUrl(url) ? { ok: true, source: url, path } : GONE;

/**
 * One notification for each batch, where no page of ours shows it; a clip of the menu has no other, and
 * what else breaks at the same time is told with it.
 */
async function tell(store: Uses['store'], broken: readonly Save[]): Promise<void> {
  const { tellsNeeds = true } = await settings.get();
  const others = broken.filter(({ of }) => of !== 'job');
  const [first] = others;
  if (first) {
    const { title, message } = await unsavedClipsText([first, ...others.slice(1)]);
    await notify(title, message, `unsaved:${first.id}`);
  }
  if (!tellsNeeds || (await isVisible())) return;
  const ids = broken.filter(({ of }) => of === 'job').map(({ id }) => id);
  for (const batchId of new Set((await store.some(ids)).map((job) => job.batchId))) {
    const { title, message } = await unsavedText(batchId);
    await notify(title, message, `unsaved:${batchId}`);
  }
}

/** The results of a batch that were not saved: which, why, and what to do. */
async function unsavedText(batchId: string): Promise<NotificationText> {
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

/** Clips of a project, or their recipes, that were not saved. */
async function unsavedClipsText(broken: readonly [Save, ...Save[]]): Promise<NotificationText> {
  const [first] = broken;
  const clip = await ask((from) => readMedia(besideId(first), from));
  const faults = broken.flatMap((save) => (save.state === 'broken' ? save.fault : []));
  const name = clip?.title ? quotedTitle(clip.title) : i18n.t('name');
  return {
    title: broken.length === 1 ? name : i18n.t('notify.unsavedFiles', [number(broken.length)]),
    message: i18n.t('notify.unsavedClip', [faultText(faults)]),
  };
}
