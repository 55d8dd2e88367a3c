import { browser } from 'wxt/browser';
import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { IMAGES_MAX } from '@/lib/flow/request';
import type { Draft } from '@/lib/job/draft';
import { draft } from '@/lib/store/items';
import type { Library } from '@/lib/store/library';

/** Puts a wish for a clip into the composer, which says at its field what is missing or wrong. */
export const composeClip = ({ action, clipId, moves }: Draft): Promise<void> =>
  compose(({ range: _range, ...before }) => ({
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
export async function composeReference(library: Library, image: Media): Promise<boolean> {
  const { imageIds } = (await draft.get()).draft;
  const known = await library.some(imageIds);
  const kept = imageIds.filter((id) => known.get(id)?.projectId === image.projectId);
  const ids = kept.includes(image.id) ? kept : [...kept, image.id];
  const fits = ids.length <= IMAGES_MAX;
  await compose((before) => ({ ...before, action: 'references', imageIds: fits ? ids : kept }));
  return fits;
}

async function compose(change: (before: Draft) => Draft): Promise<void> {
  await draft.set({ writer: 'menu', draft: change((await draft.get()).draft) });
  // It refuses while it is open already; what is open shows the draft.
  await browser.action.openPopup().catch((error: unknown) => warn('open', error));
}
