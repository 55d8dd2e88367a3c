import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { onMenu } from '@/lib/browser/menus';
import { notify } from '@/lib/browser/notifications';
import { mediaKeyOf } from '@/lib/flow/addresses';
import type { Media } from '@/lib/flow/media';
import { MOVES } from '@/lib/flow/moves';
import { type Draft, EMPTY_DRAFT } from '@/lib/job/draft';
import { draft, pointed } from '@/lib/store/items';
import { MOVE_ENTRY } from './menu-entries';
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
  videoAddress: string | undefined,
  tabId: number,
): Promise<void> {
  await background.ready;
  // Chromium names no video under an overlay; the content script noted the one it saw there.
  const address = videoAddress ?? (await pointed.get())[tabId];
  const key = mediaKeyOf(address);
  const clip = key === undefined ? undefined : await background.library.byKey(key);
  if (!clip) return notify(i18n.t('name'), i18n.t('menuNoClip'));
  const wish = wishOf(entryId, clip);
  if (wish.action === 'extend') return openComposer(wish);
  const answer = await sendDraft(background, tabId, newId(), wish);
  if (!answer.ok) await openComposer(wish);
}

function wishOf(entryId: string, clip: Media): Draft {
  const wish: Draft = { ...EMPTY_DRAFT, clipId: clip.id };
  const move = MOVES.find((name) => MOVE_ENTRY + name === entryId);
  if (move) return { ...wish, action: 'reshoot', moves: [move] };
  return { ...wish, action: entryId === 'upscale' ? 'upscale' : 'extend' };
}

/** Puts the wish into the composer, which says at its field what is missing or wrong. */
async function openComposer({ action, clipId, moves }: Draft): Promise<void> {
  const { range: _range, ...before } = (await draft.get()).draft;
  await draft.set({
    writer: 'menu',
    draft: {
      ...before,
      action,
      ...(clipId !== undefined && { clipId }),
      ...(moves.length > 0 && { moves }),
    },
  });
  await browser.action.openPopup();
}
