import type { Media } from '@/lib/flow/media';
import { type Database, database } from './database';

/** Clips and images that replies have shown, by media id and by media key. */
export function createLibrary(db: Database = database) {
  return {
    /**
     * Adds what was seen, over what was known: a newer reply has newer addresses, while length,
     * size and title stay where it says nothing of them.
     */
    remember: (seen: readonly Media[]): Promise<void> =>
      db.transaction('rw', db.media, async () => {
        const known = await db.media.bulkGet(seen.map(({ id }) => id));
        await db.media.bulkPut(seen.map((media, index) => merge(known[index], media)));
      }),

    get: (id: string): Promise<Media | undefined> => db.media.get(id),

    byKey: (key: string): Promise<Media | undefined> => db.media.where({ key }).first(),

    /** All media of the ids that are known. */
    async some(ids: readonly string[]): Promise<Map<string, Media>> {
      const found = await db.media.bulkGet([...ids]);
      return new Map(found.flatMap((media) => (media ? [[media.id, media] as const] : [])));
    },

    /** Length in frames and size in pixels, as read from the file itself. */
    async measure(
      id: string,
      size: { frames: number; width: number; height: number },
    ): Promise<void> {
      await db.media.update(id, size);
    },
  };
}

export type Library = ReturnType<typeof createLibrary>;

const merge = (known: Media | undefined, seen: Media): Media => ({
  ...known,
  ...seen,
  title: seen.title || known?.title || '',
  firstSeenAt: known?.firstSeenAt ?? known?.seenAt ?? seen.seenAt,
});
