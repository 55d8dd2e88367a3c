import type { Move } from '@/lib/flow/moves';

/** Moves in the order of the tiles: what was used last in front, the others as they were. */
export const recentFirst = (moves: readonly Move[], recent: readonly Move[]): Move[] => [
  ...recent.filter((move) => moves.includes(move)),
  ...moves.filter((move) => !recent.includes(move)),
];
