import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { saveFile } from '@/lib/browser/downloads';
import { onMenu } from '@/lib/browser/menus';
import { notify } from '@/lib/browser/notifications';
import { mediaKeyOf } from '@/lib/flow/addresses';
import type { Media } from '@/lib/flow/media';
import { MOVES } from '@/lib/flow/moves';
import { type Draft, EMPTY_DRAFT } from '@/lib/job/draft';
import { pointed } from '@/lib/store/items';
import { mediaFileName } from '@/lib/store/naming';
import { freshMediaAddress } from './fresh-address';
import { DOWNLOAD_ENTRY, MOVE_ENTRY, REFERENCE_ENTRY } from './menu-entries';
import { composeClip, composeReference } from './open-composer';
import type { Background } from './parts';
import { sendDraft } from './send-draft';

/** Registers what the menu does. An entry with an ellipsis opens the composer, the others send. */
export function startMenu(background: Background): void {
  onMenu((entryId, address, tabId) => {
    void click(background, entryId, address, tabId).catch((error) => warn('menu', error));
  });
}

async function click(
  background: Background,
  entryId: string,
  address: string | undefined,
  tabId: number,
): Promise<void> {
  await background.ready;
  const kind = entryId === REFERENCE_ENTRY ? 'image' : 'video';
  const media = await mediaAt(background, kind, address, tabId);
  if (!media) return say(i18n.t(kind === 'image' ? 'menuNoImage' : 'menuNoClip'));
  if (entryId === REFERENCE_ENTRY) {
    const isFull = !(await composeReference(background.library, media));
    return isFull ? say(i18n.t('menuFull')) : undefined;
  }
  if (entryId === DOWNLOAD_ENTRY) return download(background, media);
  const wish = wishOf(entryId, media);
  if (wish.action === 'extend') return composeClip(wish);
  const answer = await sendDraft(background, tabId, newId(), wish);
  if (!answer.ok) await composeClip(wish);
}

/**
 * What was clicked, if it is known. Chromium names nothing under an overlay; the content script
 * noted what it saw there.
 */
async function mediaAt(
  { library }: Background,
  kind: Media['kind'],
  address: string | undefined,
  tabId: number,
): Promise<Media | undefined> {
  const under = (await pointed.get())[tabId];
  for (const each of [address, under?.[kind]]) {
    const key = mediaKeyOf(each);
    const media = key === undefined ? undefined : await library.byKey(key);
    if (media?.kind === kind) return media;
  }
  return undefined;
}

function wishOf(entryId: string, clip: Media): Draft {
  const wish: Draft = { ...EMPTY_DRAFT, clipId: clip.id };
  const move = MOVES.find((name) => MOVE_ENTRY + name === entryId);
  if (move) return { ...wish, action: 'reshoot', moves: [move] };
  return { ...wish, action: entryId === 'upscale' ? 'upscale' : 'extend' };
}

async function download(background: Background, clip: Media): Promise<void> {
  const fresh = await freshMediaAddress(background, clip.id);
  if (!fresh.ok) return say(i18n.t('refusal.gone'));
  await saveFile(fresh.address, await mediaFileName(clip));
}

const say = (sentence: string): Promise<void> => notify(i18n.t('name'), sentence);
