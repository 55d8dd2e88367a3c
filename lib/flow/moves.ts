/** Camera moves of a reshoot: the fourteen captured values, in the order of the page's menu. */
export const MOVES = [
  'UP',
  'DOWN',
  'LEFT_TO_RIGHT',
  'RIGHT_TO_LEFT',
  'FORWARD',
  'BACKWARD',
  'DOLLY_IN_ZOOM_OUT',
  'DOLLY_OUT_ZOOM_IN_LARGE',
  'STATIONARY_UP',
  'STATIONARY_DOWN',
  'STATIONARY_LEFT_LARGE',
  'STATIONARY_RIGHT_LARGE',
  'STATIONARY_DOLLY_IN_ZOOM_OUT',
  'STATIONARY_DOLLY_OUT_ZOOM_IN_LARGE',
] as const;

export type Move = (typeof MOVES)[number];

/** A motion moves the camera during the clip; a position places it elsewhere and holds it. */
export type MoveKind = 'motion' | 'position';

export const moveKind = (move: Move): MoveKind =>
  move.startsWith('STATIONARY_') ? 'position' : 'motion';

export const MOTIONS = MOVES.filter((move) => moveKind(move) === 'motion');
export const POSITIONS = MOVES.filter((move) => moveKind(move) === 'position');

/**
 * The film term of each move, in English: names files and log lines. Views show it translated.
 * Which term belongs to which value was inferred from the order of the page's menu.
 */
export const MOVE_TERMS = {
  UP: 'Orbit up',
  DOWN: 'Orbit down',
  LEFT_TO_RIGHT: 'Orbit right',
  RIGHT_TO_LEFT: 'Orbit left',
  FORWARD: 'Dolly in',
  BACKWARD: 'Dolly out',
  DOLLY_IN_ZOOM_OUT: 'Dolly in, zoom out',
  DOLLY_OUT_ZOOM_IN_LARGE: 'Dolly out, zoom in',
  STATIONARY_UP: 'High',
  STATIONARY_DOWN: 'Low',
  STATIONARY_LEFT_LARGE: 'Left',
  STATIONARY_RIGHT_LARGE: 'Right',
  STATIONARY_DOLLY_IN_ZOOM_OUT: 'Closer',
  STATIONARY_DOLLY_OUT_ZOOM_IN_LARGE: 'Further',
} as const satisfies Record<Move, string>;

/** `UP` → `RESHOOT_MOTION_TYPE_UP`. */
export const moveToWire = (move: Move): string => `RESHOOT_MOTION_TYPE_${move}`;

/** Undefined for a word that is none of the fourteen. */
export const moveFromWire = (word: string | undefined): Move | undefined =>
  MOVES.find((move) => moveToWire(move) === word);
