import type { Media } from '@/lib/flow/media';
import { readableTitle } from '@/lib/flow/readable-title';
import { type Database, database } from './database';
import { mediaWithKey, readMedia, someMedia } from './media-queries';
import { quarantineOf } from './quarantine';

/** Clips and images that replies have shown, by media id and by media key. */
export function createLibrary(db: Database = database) {
  const quarantine = quarantineOf(db);

  return {
    /**
     * Adds what was seen, over what was known: a newer reply has newer URLs, while length,
     * size and title stay where it says nothing of them. What is known of one project is not changed
     * by an entry that names another.
     *
     * @param atMost more are not added; what is known is still brought up to date
     */
    remember: (seen: readonly Media[], atMost = Number.POSITIVE_INFINITY): Promise<void> =>
      db.write(['media', 'quarantine'], async (transaction) => {
        const ids = seen.map(({ id }) => id);
        await quarantine.keepOdd(transaction, 'media', ids);
        const known = await someMedia(ids, transaction);
        const own = seen.filter(({ id, projectId }) => {
          const before = known.get(id);
          return before === undefined || before.projectId === projectId;
        });
        const added = own.filter(({ id }) => !known.has(id));
        const isBound = added.length > 0 && atMost < Number.POSITIVE_INFINITY;
        const count = isBound ? await transaction.read('media', (media) => media.count()) : 0;
        const room = isBound ? Math.max(0, atMost - count) : added.length;
        const kept = [...own.filter(({ id }) => known.has(id)), ...added.slice(0, room)];
        await transaction.put(
          'media',
          kept.map((media) => withSeen(known.get(media.id), media)),
        );
      }),

    get: (id: string): Promise<Media | undefined> => readMedia(id, db),

    byKey: (key: string): Promise<Media | undefined> => mediaWithKey(key, db),

    /** All media of the ids that are known. */
    some: (ids: readonly string[]): Promise<Map<string, Media>> => someMedia(ids, db),

    /** Length in frames and size in pixels, as read from the file itself. */
    measure: (
      id: string,
      size: Required<Pick<Media, 'frames' | 'width' | 'height'>>,
    ): Promise<void> =>
      db.write(['media'], async (transaction) => {
        const media = await readMedia(id, transaction);
        if (media) await transaction.put('media', [{ ...media, ...size }]);
      }),
  };
}

export type Library = ReturnType<typeof createLibrary>;

/** What a newer reply says of a clip, over what was known of it. */
export const withSeen = (known: Media | undefined, seen: Media): Media => ({
  ...known,
  ...seen,
  title: titleOf(known, seen),
  firstSeenAt: known?.firstSeenAt ?? known?.seenAt ?? seen.seenAt,
});

/** A reply that names no title has the words of the prompt there: they replace no other title. */
function titleOf(known: Media | undefined, { title, prompt }: Media): string {
  const isWords = title === '' || (prompt !== undefined && title === readableTitle(prompt));
  return isWords && known?.title ? readableTitle(known.title) : title;
}
