import { i18n } from '#i18n';
import { notify } from '@/lib/browser/notifications';
import { openComposer } from '@/lib/browser/surfaces';
import type { Draft } from '@/lib/drafts/draft';
import type { Media } from '@/lib/flow/media';
import { IMAGES_MAX } from '@/lib/flow/request';
import { draft } from '@/lib/storage/items';
import type { Library } from '@/lib/storage/library';

/** Puts a batch for a clip into the composer, which says at its field what is missing or wrong. */
export const composeClip = ({ action, clipId, moves }: Draft, tabId: number): Promise<void> =>
  compose(tabId, ({ range: _range, ...before }) => ({
    ...before,
    action,
    ...(clipId !== undefined && { clipId }),
    ...(moves.length > 0 && { moves }),
  }));

/**
 * Adds an image to those that the composer makes a video from. Images of another project give way.
 *
 * @returns false when there are as many as Flow takes: they stay as they are
 */
export async function composeReference(
  library: Pick<Library, 'some'>,
  image: Media,
  tabId: number,
): Promise<boolean> {
  const { imageIds } = (await draft.get()).draft;
  const known = await library.some(imageIds);
  const kept = imageIds.filter((id) => known.get(id)?.projectId === image.projectId);
  const ids = kept.includes(image.id) ? kept : [...kept, image.id];
  const fits = ids.length <= IMAGES_MAX;
  await compose(tabId, (before) => ({
    ...before,
    action: 'references',
    imageIds: fits ? ids : kept,
  }));
  return fits;
}

async function compose(tabId: number, change: (before: Draft) => Draft): Promise<void> {
  await draft.change((before) => ({ writer: 'menu', draft: change(before.draft) }));
  const shown = await openComposer(tabId);
  // The draft is kept: whatever opens next shows it.
  if (!shown) await notify(i18n.t('name'), i18n.t('menuWaits'));
}
