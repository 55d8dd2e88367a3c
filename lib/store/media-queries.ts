import type { Media } from '@/lib/flow/media';
import { type Database, database } from './database';
import { readersOf } from './readers';

/** A clip or an image by its id. */
export const readMedia = (id: string, db: Database = database): Promise<Media | undefined> =>
  readersOf(db).media.get(id);

/** Those of these clips and images that are known, by id, in the order of the ids. */
export async function someMedia(
  ids: readonly string[],
  db: Database = database,
): Promise<Map<string, Media>> {
  return new Map((await readersOf(db).media.some(ids)).map((media) => [media.id, media]));
}

/** All clips and images that are known of a project, in no order. */
export const mediaOfProject = (projectId: string, db: Database = database): Promise<Media[]> =>
  readersOf(db).media.all(db.media.where({ projectId }));
