import { frameNow } from './frame-now';
import { openVideo } from './open';
import { createSeeker } from './seek';

/** Takes a picture to be seen now, and which frame it is; it ends with the call. */
export type OnPicture = (frame: number, picture: VideoFrame) => void;

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
  let cued: number | undefined;
  let onCued: OnPicture = nothing;
  const seeker = createSeeker(video, framesPerSecond, (frame) => {
    if (!video.paused) return;
    cued = frame;
    frameNow(video, framesPerSecond, onCued);
    onCued = nothing;
  });
  const present = () => {
    video.requestVideoFrameCallback(present);
    if (!video.paused) frameNow(video, framesPerSecond, onRoll);
  };
  video.requestVideoFrameCallback(present);
  return {
    video,
    cue(frame, call) {
      if (cued === frame) return frameNow(video, framesPerSecond, call);
      cued = undefined;
      onCued = call;
      video.pause();
      seeker.to(frame);
    },
    roll() {
      cued = undefined;
      video.play().catch(nothing); // Refused only where it was paused again at once.
    },
    halt() {
      onCued = nothing;
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
