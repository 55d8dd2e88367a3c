import { type Database, database } from './database';

/** The small poster that was kept of a clip or an image, by its media id. */
export const readPicture = async (
  mediaId: string,
  db: Database = database,
): Promise<Blob | undefined> => (await db.pictures.get(mediaId))?.picture;

/** Keeps the small poster of a clip or an image, over one that was kept before. */
export const storePicture = (
  mediaId: string,
  picture: Blob,
  db: Database = database,
): Promise<unknown> => db.pictures.put({ mediaId, picture });
