import { frameAt } from './frames';

const MICROSECONDS = 1_000_000;

/**
 * The picture a video holds at this moment, with the frame it is: the browser says a picture's time
 * with the picture itself, while its callbacks may come a picture late. The picture lives as long as
 * the call of `use`.
 */
export function frameNow<Result>(
  video: HTMLVideoElement,
  framesPerSecond: number,
  use: (frame: number, picture: VideoFrame) => Result,
): Result {
  const picture = new VideoFrame(video);
  try {
    return use(frameAt(picture.timestamp / MICROSECONDS, framesPerSecond), picture);
  } finally {
    picture.close();
  }
}
