import { type Move, moveKind } from '@/lib/flow/moves';

type Motion = Exclude<Move, `STATIONARY_${string}`>;

/** The arrow on the tile of each motion, in the order of the grid. */
const GLYPHS = {
  RIGHT_TO_LEFT: 'M14 5c-1 6-6 7.500-11 4M6.250 8.250l-3.500.500 1 3.250',
  LEFT_TO_RIGHT: 'M2 5c1 6 6 7.500 11 4M9.750 8.250l3.500.500-1 3.250',
  UP: 'M5 14C11 13 12.500 8 9 3M8.250 6.250L8.750 2.750l3.250 1',
  DOWN: 'M5 2c6 1 7.500 6 4 11M8.250 9.750l.500 3.500 3.250-1',
  FORWARD: 'M2.500 14L6 2.500M13.500 14L10 2.500M8 13.500v-7M6 8.250l2-2 2 2',
  BACKWARD: 'M2.500 14L6 2.500M13.500 14L10 2.500M8 5.500v7M6 10.750l2 2 2-2',
  DOLLY_IN_ZOOM_OUT:
    'M8 13.500v-10M5.750 5.750L8 3.500l2.250 2.250M4 8.500L1.750 10.750 4 13M12 8.500l2.250 2.250L12 13',
  DOLLY_OUT_ZOOM_IN_LARGE:
    'M8 2.500v10M5.750 10.250L8 12.500l2.250-2.250M2 3.500l2.250 2.250L2 8M14 3.500l-2.250 2.250L14 8',
} as const satisfies Record<Motion, string>;

const isMotion = (move: string): move is Motion => Object.hasOwn(GLYPHS, move);

/** The motions as the grid shows them: left and right first, as people look for them. */
export const MOTIONS_SHOWN: readonly Move[] = Object.keys(GLYPHS).filter(isMotion);

/** The arrow of a motion; a position has none, its picture says it. */
export const glyphOf = (move: Move): string | undefined =>
  moveKind(move) === 'motion' && isMotion(move) ? GLYPHS[move] : undefined;
