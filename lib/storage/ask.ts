import { database } from './database';
import type { Reads } from './transaction';

/**
 * Asks a query once. Nothing but this and `follow` gives a query what it reads from: none that is
 * followed can read past its follower.
 */
export const ask = <Answer>(query: (from: Reads) => Promise<Answer>): Promise<Answer> =>
  query(database);
