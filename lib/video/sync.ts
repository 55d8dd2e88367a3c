/** How one of several videos lies on their common clock. */
export interface SyncedClip {
  /** Length in frames, at least 1. */
  readonly frames: number;
  /** Frame of its own that stands at frame 0 of the clock. */
  readonly offset: number;
}

/** A time read from a video lies a few microseconds beside its frame. */
const EDGE = 0.01;
/** Frames behind or ahead that a change of pace no longer makes up. */
const FAR_FRAMES = 8;
/** Frames behind or ahead that nobody can see. */
const NEAR_FRAMES = 0.15;
const GAIN = 0.25;
const MOST = 0.5;

/** The frame that is shown at a time of a video (seconds): its media time or its current time. */
export const frameAt = (seconds: number, framesPerSecond: number): number =>
  Math.max(0, Math.floor(seconds * framesPerSecond + EDGE));

/** The last frame of the common clock: where the longest lane ends. */
export const lastFrame = (clips: Iterable<SyncedClip>): number =>
  Math.max(0, ...Array.from(clips, ({ frames, offset }) => frames - offset - 1));

/** A frame of the clock, kept within it. Whole frames only. */
export const frameWithin = (frame: number, last: number): number =>
  Math.min(Math.max(0, last), Math.max(0, Math.round(frame)));

/** Which of its own frames a lane shows at a frame of the clock; past its end it holds the last. */
export const ownFrame = (frame: number, { frames, offset }: SyncedClip): number =>
  frameWithin(frame + offset, frames - 1);

/** Whether a lane has ended before a frame of the clock. */
export const isHeld = (frame: number, { frames, offset }: SyncedClip): boolean =>
  frame + offset > frames - 1;

/**
 * What brings a playing video back in step: a pace (1 is its own), or `seek` where it is too far
 * away to catch up unseen.
 *
 * @param aheadSeconds how far it is ahead of where it should be; negative is behind
 */
export function correction(aheadSeconds: number, framesPerSecond: number): number | 'seek' {
  const ahead = aheadSeconds * framesPerSecond;
  if (!(Math.abs(ahead) <= FAR_FRAMES)) return 'seek';
  if (Math.abs(ahead) < NEAR_FRAMES) return 1;
  return 1 - Math.min(MOST, Math.max(-MOST, ahead * GAIN));
}
