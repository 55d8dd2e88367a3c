import { type Media, oncePerKey } from '@/lib/flow/media';
import { readerOf } from './readers';
import type { Reads } from './transaction';

/** A clip or an image by its id. */
export const readMedia = (id: string, from: Reads): Promise<Media | undefined> =>
  readerOf('media', from).get(id);

/** A clip or an image by its media key. */
export const mediaWithKey = (key: string, from: Reads): Promise<Media | undefined> =>
  readerOf('media', from).first((media, limit) => media.index('key').getAll(key, limit));

/** Those of these clips and images that are known, by id, in the order of the ids. */
export async function someMedia(ids: readonly string[], from: Reads): Promise<Map<string, Media>> {
  return new Map((await readerOf('media', from).some(ids)).map((media) => [media.id, media]));
}

/** How many clips and images are known of each project, by project id; in no order. */
export const countByProject = (from: Reads): Promise<ReadonlyMap<string, number>> =>
  from.read('media', async (media) => {
    const index = media.index('projectId');
    const ids: string[] = [];
    let cursor = await index.openKeyCursor(null, 'nextunique');
    while (cursor) {
      ids.push(String(cursor.key));
      cursor = await cursor.continue();
    }
    const counts = await Promise.all(ids.map((id) => index.count(id)));
    return new Map(ids.map((id, at) => [id, counts[at] ?? 0]));
  });

/** All clips and images that are known of a project, in no order. */
export const mediaOfProject = async (projectId: string, from: Reads): Promise<Media[]> =>
  oncePerKey(
    await readerOf('media', from).all((media) => media.index('projectId').getAll(projectId)),
  );
