import { database } from './database';
import type { Reads } from './transaction';
import type { Withheld } from './withheld';

/**
 * Asks a query once. Nothing but this and `follow` gives a query what it reads from: none that is
 * followed can read past its follower.
 */
export const ask = <Answer>(query: (from: Reads) => Promise<Answer>): Promise<Answer> =>
  query(database);

/**
 * Tells, at once and on every change, what keeps this page from the database; undefined while nothing does.
 *
 * @returns the way to stop
 */
export const watchWithheld = (hear: (why: Withheld | undefined) => void): (() => void) =>
  database.withheld.watch(hear);
