import { type Database, database } from './database';
import type { Reads } from './transaction';

/** More than anybody works on in a day; about 50 KB each. */
const KEPT = 60;

const idOf = (mediaId: string, count: number): string => `${mediaId} ${count}`;

/** The kept filmstrip of a clip, `count` pictures side by side; undefined when there is none. */
export const readFilmstrip = async (
  mediaId: string,
  count: number,
  from: Reads,
): Promise<Blob | undefined> =>
  (await from.read('strips', (strips) => strips.get(idOf(mediaId, count))))?.picture;

/** Keeps a filmstrip; of more than 60 the oldest go. */
export const keepFilmstrip = (
  mediaId: string,
  count: number,
  picture: Blob,
  drawnAt: number,
  db: Database = database,
): Promise<void> =>
  db.write(['strips'], async (transaction) => {
    await transaction.put('strips', [{ id: idOf(mediaId, count), picture, drawnAt }]);
    if ((await transaction.read('strips', (strips) => strips.count())) <= KEPT) return;
    const all = await transaction.read('strips', (strips) => strips.getAll());
    const oldest = all.toSorted((one, other) => other.drawnAt - one.drawnAt).slice(KEPT);
    await transaction.delete(
      'strips',
      oldest.map(({ id }) => id),
    );
  });
