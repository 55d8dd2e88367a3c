import { isUuid } from '@/lib/base/ids';
import { at, textAt } from './positions';

/** A tile of the page: one clip in all its versions. */
export interface Workflow {
  readonly id: string;
  /** As the page shows it; the user may have given it. */
  readonly title?: string;
  /** What was started in one call has one. */
  readonly batchId?: string;
  /** It lies in the trash. */
  readonly isTrashed: boolean;
}

/** Reads `[id, null, null, [title, made, trashed, null, newest medium, batch, …], project]` (reported). */
export function readWorkflow(value: unknown): Workflow | undefined {
  const id = textAt(value, 0);
  if (id === undefined || !isUuid(id) || !Array.isArray(at(value, 3))) return undefined;
  const [title, batchId] = [textAt(value, 3, 0), textAt(value, 3, 5)];
  return {
    id,
    ...(title !== undefined && { title }),
    ...(batchId !== undefined && isUuid(batchId) && { batchId }),
    isTrashed: at(value, 3, 2) === true,
  };
}
