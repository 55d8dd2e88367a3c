import { frameAt } from '@/lib/video/frames';

const MICROSECONDS = 1_000_000;

/** Takes a picture to be seen now, and which frame it is; it ends with the call. */
export type OnPicture = (frame: number, picture: VideoFrame) => void;

/**
 * The picture a video holds at this moment, with the frame it is: the browser says a picture's time
 * with the picture itself, while its callbacks may come a picture late. The picture lives as long as
 * the call of `use`. Two calls may give two pictures, also of a video that was just stopped: what
 * one says of the frame holds for its own picture only. Undefined while the video holds none.
 */
export function frameNow<Result>(
  video: HTMLVideoElement,
  framesPerSecond: number,
  use: (frame: number, picture: VideoFrame) => Result,
): Result | undefined {
  const picture = pictureOf(video);
  if (!picture) return undefined;
  try {
    return use(frameAt(picture.timestamp / MICROSECONDS, framesPerSecond), picture);
  } finally {
    picture.close();
  }
}

function pictureOf(video: HTMLVideoElement): VideoFrame | undefined {
  try {
    return new VideoFrame(video);
  } catch {
    return undefined;
  }
}
