import { frameNow, type OnPicture } from './frame-now';
import { openVideo } from './open';
import { createSeeker } from './seek';

/** One of the videos that take turns. */
export interface Deck {
  readonly video: HTMLVideoElement;
  /** Goes to a frame and waits there; `onCued` is called once it is there. */
  cue(frame: number, onCued: OnPicture): void;
  /** Plays on from where it was cued. */
  roll(): void;
  halt(): void;
  close(): void;
}

const nothing = () => {};

/**
 * A video that can be cued to a frame and rolled from there.
 *
 * @param onRoll called with each picture while it rolls
 */
export function createDeck(address: string, framesPerSecond: number, onRoll: OnPicture): Deck {
  const { video, close } = openVideo(address);
  let onCued: OnPicture = nothing;
  const seeker = createSeeker(video, framesPerSecond, (frame, picture) => {
    const call = onCued;
    onCued = nothing;
    call(frame, picture);
  });
  const present = () => {
    video.requestVideoFrameCallback(present);
    if (!video.paused) frameNow(video, framesPerSecond, onRoll);
  };
  video.requestVideoFrameCallback(present);
  return {
    video,
    cue(frame, call) {
      onCued = call;
      video.pause();
      seeker.to(frame);
    },
    roll() {
      video.play().catch(nothing); // Refused only where it was paused again at once.
    },
    halt() {
      onCued = nothing;
      video.pause();
    },
    close() {
      seeker.stop();
      video.pause();
      close();
    },
  };
}
