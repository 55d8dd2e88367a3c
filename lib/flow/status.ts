/** What a status word of Flow means for a job. The raw word is always kept beside it. */
export type Progress = 'running' | 'done' | 'failed' | 'unknown';

const PREFIX = 'MEDIA_GENERATION_STATUS_';

export const PENDING = `${PREFIX}PENDING`;
export const ACTIVE = `${PREFIX}ACTIVE`;
export const SUCCESSFUL = `${PREFIX}SUCCESSFUL`;
export const FAILED = `${PREFIX}FAILED`;

const MEANING: ReadonlyMap<string, Progress> = new Map([
  ['PENDING', 'running'],
  ['SCHEDULED', 'running'],
  ['ACTIVE', 'running'],
  ['IN_PROGRESS', 'running'],
  ['PROCESSING', 'running'],
  ['SUCCESSFUL', 'done'],
  ['COMPLETE', 'done'],
  ['COMPLETED', 'done'],
  ['SUCCESS', 'done'],
  ['SUCCEEDED', 'done'],
  ['FAILED', 'failed'],
  ['CANCELED', 'failed'],
  ['CANCELLED', 'failed'],
  ['REJECTED', 'failed'],
  ['ERROR', 'failed'],
]);

/** A number that stands where a word of Flow's is not known, in the form of those words. */
export const statusOfNumber = (number: number): string => PREFIX + number;

/** PENDING and SUCCESSFUL are captured, the others reported; any other word is `unknown`. */
export const progressOf = (status: string): Progress =>
  (status.startsWith(PREFIX) && MEANING.get(status.slice(PREFIX.length))) || 'unknown';
