import type { Batch } from '@/lib/jobs/batch';
import { OPEN_SAVES, type SaveIn, type SaveState } from '@/lib/jobs/save';
import { savesOf } from '@/lib/storage/save-store';
import { useRows } from '../compare/use-rows';

/** How saving the results of a batch stands. */
export interface BatchSaveCounts {
  readonly open: number;
  readonly saved: number;
  readonly broken: readonly SaveIn<'broken'>[];
}

const OPEN: ReadonlySet<SaveState> = new Set(OPEN_SAVES);

/** Follows how saving the finished ones of a batch goes. */
export function useBatchSaves(jobs: Batch): BatchSaveCounts {
  const ids = jobs.filter(({ state }) => state === 'done').map(({ id }) => id);
  const saves = useRows(ids.join(' '), (from) => savesOf(ids, from)).value ?? [];
  return {
    open: saves.filter(({ state }) => OPEN.has(state)).length,
    saved: saves.filter(({ state }) => state === 'saved').length,
    broken: saves.filter((save) => save.state === 'broken'),
  };
}
