/** How many frames a video of that length has; 0 when the length is not a number. */
export function framesOf(durationSeconds: number, framesPerSecond: number): number {
  const frames = Math.round(durationSeconds * framesPerSecond);
  return Number.isFinite(frames) ? Math.max(0, frames) : 0;
}

/** Where a frame begins, in seconds. */
export const secondsOf = (frame: number, framesPerSecond: number): number =>
  frame / framesPerSecond;

/** Where to seek so that a frame is shown: its middle, since its edge often shows the one before. */
export const seekSeconds = (frame: number, framesPerSecond: number): number =>
  (frame + 0.5) / framesPerSecond;

/** The frame that is on show when a video says it stands at that many seconds. */
export const frameAt = (atSeconds: number, framesPerSecond: number): number =>
  Math.round(atSeconds * framesPerSecond);
