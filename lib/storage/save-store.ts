import { warn } from '@/lib/base/log';
import {
  OPEN_SAVES,
  recipeSave,
  requestedSave,
  type Save,
  type SaveState,
  saveSchema,
} from '@/lib/jobs/save';
import { type Database, database } from './database';
import { anyOf } from './ranges';
import type { Reads } from './transaction';

/** What is to be saved. */
export type Wanted = Pick<Save, 'id' | 'of' | 'hasRecipe' | 'beside'>;

/** What was pressed goes first, in its order; what saves by itself follows in the order of its jobs. */
function inOrder(one: Save, other: Save): number {
  if (one.by !== other.by) return one.by === 'user' ? -1 : 1;
  const [asked, index] = [one.askedAt - other.askedAt, one.index - other.index];
  const last = Number(one.of === 'recipe') - Number(other.of === 'recipe');
  return (one.by === 'user' ? asked || index : index || asked) || last;
}

/** Saves in the database. Every read is parsed; what does not parse is left out. */
export function createSaveStore(db: Database = database, now: () => number = Date.now) {
  return {
    /**
     * Asks for files to be saved, in this order, all in one transaction. One that is on its way
     * already stays as it is.
     */
    request: (wanted: readonly Wanted[]): Promise<void> =>
      db.write(['saves'], async (transaction) => {
        const known = await recordsOf(
          wanted.map(({ id }) => id),
          transaction,
        );
        const isOpen = (index: number) => OPEN_SAVES.some((state) => state === known[index]?.state);
        const at = now();
        await transaction.put(
          'saves',
          wanted
            .map((each, index) => requestedSave({ ...each, by: 'user', index }, at))
            .filter(({ index }) => !isOpen(index)),
        );
      }),

    /** Those that have not ended, in the order they were asked for. */
    async open(): Promise<Save[]> {
      const found = await db.read('saves', (saves) => anyOf(saves.index('state'), OPEN_SAVES));
      return parseSaves(found).sort(inOrder);
    },

    /** Those that broke and that nobody was told of. */
    async notNotified(): Promise<Save[]> {
      const found = await db.read('saves', (saves) => saves.index('state').getAll('broken'));
      return parseSaves(found)
        .filter((save) => save.state === 'broken' && !save.isNotified)
        .sort(inOrder);
    },

    /**
     * Stores what a change makes of a save, if it is still there; gives back what is stored. A file that
     * is there now asks in the same step for its recipe: neither is lost, nor asked for twice.
     */
    update: (id: string, change: (save: Save) => Save): Promise<Save | undefined> =>
      db.write(['saves'], async (transaction) => {
        const [before] = await savesOf([id], transaction);
        if (!before) return undefined;
        const after = change(before);
        if (after === before) return after;
        const isThere = after.state === 'saved' && before.state !== 'saved' && after.hasRecipe;
        const recipe = isThere ? [recipeSave(after, after.path, now())] : [];
        await transaction.put('saves', [after, ...recipe]);
        return after;
      }),
  };
}

export type SaveStore = ReturnType<typeof createSaveStore>;

/** What parses of records that may be absent. */
export const parseSaves = (records: readonly unknown[]): Save[] =>
  records.flatMap((record) => {
    if (record === undefined) return [];
    const parsed = saveSchema.safeParse(record);
    if (!parsed.success) warn('save-store', 'a record of a save does not parse');
    return parsed.success ? [parsed.data] : [];
  });

const recordsOf = (ids: readonly string[], from: Reads): Promise<(Save | undefined)[]> =>
  from.read('saves', (saves) => Promise.all(ids.map((id) => saves.get(id))));

/** How saving files stands, for views; ids that were never saved are left out. */
export const savesOf = async (ids: readonly string[], from: Reads): Promise<Save[]> =>
  parseSaves(await recordsOf(ids, from));

/** Saves whose records were stored at that moment (epoch ms) or later. */
export const savesSince = async (since: number, from: Reads): Promise<Save[]> =>
  parseSaves(
    await from.read('saves', (saves) =>
      saves.index('changedAt').getAll(IDBKeyRange.lowerBound(since)),
    ),
  );

/** How every save that there is stands, by the id of the save. */
export const saveStates = async (from: Reads): Promise<ReadonlyMap<string, SaveState>> =>
  new Map(
    parseSaves(await from.read('saves', (saves) => saves.getAll())).map(({ id, state }) => [
      id,
      state,
    ]),
  );
