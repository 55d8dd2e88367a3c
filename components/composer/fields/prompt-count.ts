import { PROMPT_MAX } from '@/lib/flow/request';

/** The end of a prompt is said aloud when so many characters are left. */
const SAID_AT = [1000, 250, 50, 0] as const;
const NEAR = 0.8;

/** Whether a prompt of that length is near the most that Flow takes. */
export const isNearEnd = (length: number): boolean => length >= PROMPT_MAX * NEAR;

/** The last mark that a prompt of that length has passed, in characters left; undefined: none. */
export const markPassed = (length: number): number | undefined =>
  SAID_AT.findLast((left) => length >= PROMPT_MAX - left);
