import { frameAt } from './frames';
import { openVideo } from './open';
import { createSeeker } from './seek';

/** One of the videos that take turns. */
export interface Deck {
  readonly video: HTMLVideoElement;
  /** Goes to a frame and waits there; `onCued` is called once it is on show. */
  cue(frame: number, onCued: () => void): void;
  /** Plays on from where it was cued. */
  roll(): void;
  halt(): void;
  close(): void;
}

/**
 * A video that can be cued to a frame and rolled from there.
 *
 * @param onRoll called with each frame that is on show while it rolls
 */
export function createDeck(
  address: string,
  framesPerSecond: number,
  onRoll: (frame: number) => void,
): Deck {
  const { video, close } = openVideo(address);
  let cued: number | undefined;
  let wanted: number | undefined;
  let arrived = () => {};
  const seeker = createSeeker(video, framesPerSecond, (frame) => {
    if (!video.paused || frame !== wanted) return;
    cued = frame;
    const call = arrived;
    arrived = () => {};
    call();
  });
  const present = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    video.requestVideoFrameCallback(present);
    if (!video.paused) onRoll(frameAt(mediaTime, framesPerSecond));
  };
  video.requestVideoFrameCallback(present);
  return {
    video,
    cue(frame, onCued) {
      wanted = frame;
      if (cued === frame) return onCued();
      cued = undefined;
      arrived = onCued;
      video.pause();
      seeker.to(frame);
    },
    roll() {
      cued = undefined;
      video.play().catch(() => {}); // Refused only where it was paused again at once.
    },
    halt() {
      arrived = () => {};
      if (!video.paused) cued = undefined;
      video.pause();
    },
    close() {
      seeker.stop();
      video.pause();
      close();
    },
  };
}
