import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { Action } from '@/lib/flow/action';

/** The long end of what public reports measured for each action; the captured upscale took 51 s. */
export const USUAL_MS = {
  extend: 120 * SECOND_MS,
  reshoot: 60 * SECOND_MS,
  upscale: 60 * SECOND_MS,
  references: 120 * SECOND_MS,
} as const satisfies Record<Action, number>;

/** A job that takes this many times the usual is late; it may still finish. */
const PATIENCE = 10;
const LEAST_MS = 10 * MINUTE_MS;

/** When a job of that action, taken by Flow at `now`, is late (epoch ms). */
export const deadlineAt = (action: Action, now: number): number =>
  now + Math.max(LEAST_MS, USUAL_MS[action] * PATIENCE);
