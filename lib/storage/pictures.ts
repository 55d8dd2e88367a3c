import { type Database, database } from './database';
import type { Reads } from './transaction';

/** The small poster that was kept of a clip or an image, by its media id. */
export const readPicture = async (mediaId: string, from: Reads): Promise<Blob | undefined> =>
  (await from.read('pictures', (pictures) => pictures.get(mediaId)))?.picture;

/** Keeps the small poster of a clip or an image, over one that was kept before. */
export const storePicture = (
  mediaId: string,
  picture: Blob,
  db: Database = database,
): Promise<void> =>
  db.write(['pictures'], (transaction) => transaction.put('pictures', [{ mediaId, picture }]));
