import type { Media } from '@/lib/flow/media';
import { readerOf } from './readers';
import type { Reads } from './transaction';

/** A clip or an image by its id. */
export const readMedia = (id: string, from: Reads): Promise<Media | undefined> =>
  readerOf('media', from).get(id);

/** Those of these clips and images that are known, by id, in the order of the ids. */
export async function someMedia(ids: readonly string[], from: Reads): Promise<Map<string, Media>> {
  return new Map((await readerOf('media', from).some(ids)).map((media) => [media.id, media]));
}

/** All clips and images that are known of a project, in no order. */
export const mediaOfProject = (projectId: string, from: Reads): Promise<Media[]> =>
  readerOf('media', from).all((media) => media.index('projectId').getAll(projectId));
