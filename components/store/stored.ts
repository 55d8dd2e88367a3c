import { type Signal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Media } from '@/lib/flow/media';
import type { Save } from '@/lib/jobs/save';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { follow } from '@/lib/storage/follow';
import { lastEntryOf } from '@/lib/storage/ledger-queries';
import { readMedia } from '@/lib/storage/media-queries';
import { savesOf } from '@/lib/storage/save-store';
import type { Reads } from '@/lib/storage/transaction';
import { useViewStore } from './view-store';

/** A clip or image by its id, followed as long as the view is there. */
export const useMedia = (id: string | undefined): Media | undefined =>
  useStored(id, useViewStore().seen.media, readMedia);

/** The last submit of a job as the ledger has it, by the job's id. */
export const useEntry = (jobId: string | undefined): LedgerEntry | undefined =>
  useStored(jobId, useViewStore().seen.entries, lastEntryOf);

/** How saving the file of a job stands, by the job's id. */
export const useSave = (jobId: string | undefined): Save | undefined =>
  useStored(jobId, useViewStore().seen.saves, async (key, from) =>
    (await savesOf([key], from)).at(0),
  );

function useStored<Row>(
  id: string | undefined,
  seen: Map<string, Row>,
  query: (id: string, from: Reads) => Promise<Row | undefined>,
): Row | undefined {
  const found: Signal<Row | undefined> = useMemo(() => signal(seen.get(id ?? '')), [id]);
  useEffect(() => {
    if (id === undefined) return undefined;
    return follow(
      'stored',
      (from) => query(id, from),
      (row) => {
        found.value = row;
        if (row) seen.set(id, row);
      },
    );
  }, [id]);
  return found.value;
}
