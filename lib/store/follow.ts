import { liveQuery } from 'dexie';
import { warn } from '@/lib/base/log';

/**
 * Asks a query, and again whenever what it has read is changed, by other pages and the background as
 * well. One that fails is told in the log.
 *
 * @param name what the log calls it
 * @param next is given each answer
 * @returns the way to stop
 */
export function follow<Answer>(
  name: string,
  query: () => Promise<Answer>,
  next: (answer: Answer) => void,
): () => void {
  const following = liveQuery(query).subscribe({
    next,
    error: (error: unknown) => warn(name, error),
  });
  return () => following.unsubscribe();
}
