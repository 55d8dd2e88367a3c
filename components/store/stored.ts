import { type Signal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect, useMemo } from 'preact/hooks';
import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import type { LedgerEntry } from '@/lib/job/ledger';
import type { Save } from '@/lib/job/save';
import { lastSubmits } from '@/lib/job/spending';
import { database } from '@/lib/store/database';
import { read } from '@/lib/store/readers';
import { savesOf } from '@/lib/store/save-store';

const seenMedia = new Map<string, Media>();
const seenEntries = new Map<string, LedgerEntry>();
const seenSaves = new Map<string, Save>();

/** A clip or image by its id, followed as long as the view is there. */
export const useMedia = (id: string | undefined): Media | undefined =>
  useStored(id, seenMedia, (key) => read.media.get(key));

/** The last submit of a job as the ledger has it, by the job's id. */
export const useEntry = (jobId: string | undefined): LedgerEntry | undefined =>
  useStored(jobId, seenEntries, async (key) =>
    lastSubmits(await read.ledger.all(database.ledger.where({ jobId: key }))).get(key),
  );

/** How saving the file of a job stands, by the job's id. */
export const useSave = (jobId: string | undefined): Save | undefined =>
  useStored(jobId, seenSaves, async (key) => (await savesOf([key])).at(0));

/** What was seen once is there at once when a row comes back into view. */
function useStored<Row>(
  id: string | undefined,
  seen: Map<string, Row>,
  query: (id: string) => Promise<Row | undefined>,
): Row | undefined {
  const found: Signal<Row | undefined> = useMemo(() => signal(seen.get(id ?? '')), [id]);
  useEffect(() => {
    if (id === undefined) return undefined;
    const following = liveQuery(() => query(id)).subscribe({
      next: (row) => {
        found.value = row;
        if (row) seen.set(id, row);
      },
      error: (error: unknown) => warn('stored', error),
    });
    return () => following.unsubscribe();
  }, [id]);
  return found.value;
}
