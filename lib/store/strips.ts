import { type Database, database } from './database';

/** More than anybody works on in a day; about 50 KB each. */
const KEPT = 60;

const idOf = (mediaId: string, count: number): string => `${mediaId} ${count}`;

/** The kept filmstrip of a clip, `count` pictures side by side; undefined when there is none. */
export const readStrip = async (
  mediaId: string,
  count: number,
  db: Database = database,
): Promise<Blob | undefined> => (await db.strips.get(idOf(mediaId, count)))?.picture;

/** Keeps a filmstrip; of more than 60 the oldest go. */
export const keepStrip = (
  mediaId: string,
  count: number,
  picture: Blob,
  drawnAt: number,
  db: Database = database,
): Promise<void> =>
  db.transaction('rw', db.strips, async () => {
    await db.strips.put({ id: idOf(mediaId, count), picture, drawnAt });
    if ((await db.strips.count()) <= KEPT) return;
    const all = await db.strips.toArray();
    const oldest = all.toSorted((one, other) => other.drawnAt - one.drawnAt).slice(KEPT);
    await db.strips.bulkDelete(oldest.map(({ id }) => id));
  });
