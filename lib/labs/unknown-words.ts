import type { OperationState } from '@/lib/flow/operation-state';
import { isKnownTier, type Tier } from '@/lib/flow/tier';
import { startedAction } from './started';

/** Flow's names have this form; nothing else is kept, so that no content ever is. */
const NAME = /^\w{3,80}$/;
const CALL = /\/video:(\w+)/;

/**
 * Names in one of the page's calls that mean nothing here: states of operations, plans, and calls that
 * start something. They say that Flow has changed.
 */
export function unknownWords(
  url: string,
  operations: readonly OperationState[],
  tier: Tier | undefined,
): string[] {
  const states = operations.filter(({ progress }) => progress === 'unknown');
  const [, call] = CALL.exec(url) ?? [];
  const words = [
    ...states.map(({ status }) => status),
    ...(tier === undefined || isKnownTier(tier) ? [] : [tier]),
    ...(call !== undefined && startedAction(url) === 'other' ? [call] : []),
  ];
  return [...new Set(words)].filter((word) => NAME.test(word));
}
