import { ACTIONS } from './action';
import type { Aspect } from './aspect';
import type { Move } from './moves';

/** What Flow's own page can start: what is asked for here, and more. */
export const PAGE_ACTIONS = [...ACTIONS, 'text', 'frames', 'edit', 'other'] as const;

export type PageAction = (typeof PAGE_ACTIONS)[number];

/** One generation that the page has asked for and Flow has named. What its call does not say is left out. */
export interface Started {
  readonly action: PageAction;
  /** By which its state is told. */
  readonly operation: string;
  /** The id that its clip has or will have. */
  readonly mediaId?: string;
  readonly projectId?: string;
  /** What was started in one call has one. */
  readonly batchId?: string;
  readonly prompt?: string;
  readonly model?: string;
  readonly aspect?: Aspect;
  readonly seed?: number;
  readonly move?: Move;
  /** Frames that it goes on from, both inclusive, from 0. */
  readonly range?: { readonly start: number; readonly end: number };
  /** Media ids of what it is made from, in the page's order. */
  readonly sourceIds: readonly string[];
}
