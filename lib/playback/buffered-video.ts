import { frameNow, type OnPicture } from './frame-now';
import { openVideo } from './open-video';
import { createSeeker } from './seek';

/** One of the videos that take turns. */
export interface BufferedVideo {
  readonly video: HTMLVideoElement;
  /** Goes to a frame and waits there; `onSeeked` is called once it is there. */
  seek(frame: number, onSeeked: OnPicture): void;
  /** Plays on from the frame that it went to. */
  play(): void;
  pause(): void;
  close(): void;
}

const nothing = () => {};

/**
 * A video that can go to a frame, wait there and play on.
 *
 * @param onPlaying called with each picture while it plays
 */
export function createBufferedVideo(
  url: string,
  framesPerSecond: number,
  onPlaying: OnPicture,
): BufferedVideo {
  const { video, close } = openVideo(url);
  let onSeeked: OnPicture = nothing;
  const seeker = createSeeker(video, framesPerSecond, (frame, picture) => {
    const call = onSeeked;
    onSeeked = nothing;
    call(frame, picture);
  });
  const present = () => {
    video.requestVideoFrameCallback(present);
    if (!video.paused) frameNow(video, framesPerSecond, onPlaying);
  };
  video.requestVideoFrameCallback(present);
  return {
    video,
    seek(frame, call) {
      onSeeked = call;
      video.pause();
      seeker.to(frame);
    },
    play() {
      video.play().catch(nothing); // Refused only where it was paused again at once.
    },
    pause() {
      onSeeked = nothing;
      video.pause();
    },
    close() {
      seeker.stop();
      video.pause();
      close();
    },
  };
}
