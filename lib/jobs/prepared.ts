import { readableTitle } from '@/lib/flow/readable-title';
import type { PageJobIn } from './page-job';

/** What a job is prepared of: what the user will start, and what Flow's list names for it (credits). */
export type Preparing = Pick<
  PageJobIn<'prepared'>,
  'account' | 'projectId' | 'action' | 'title' | 'prompt' | 'sourceIds' | 'aspect' | 'price'
>;

/**
 * A job that waits for the user's own press in Flow.
 *
 * @param id names it and its batch until the press is seen
 * @param now epoch ms
 */
export const prepareJob = (
  { title, ...wanted }: Preparing,
  id: string,
  now: number,
): PageJobIn<'prepared'> => ({
  ...wanted,
  id,
  batchId: id,
  createdAt: now,
  title: readableTitle(title),
  state: 'prepared',
});
