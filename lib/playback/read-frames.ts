import { openVideo } from './open-video';
import { createSeeker } from './seek';

/**
 * Reads single frames out of a clip's file, in their order, and hands over the picture of each: it
 * lives as long as the call of `onPicture`. The video itself may show nothing yet when it says that
 * it is there (Chromium 156, on a busy machine: drawn, it came out black).
 *
 * @throws when the file cannot be read, or when `signal` ends it
 */
export async function readFrames(
  of: { readonly url: string; readonly framesPerSecond: number },
  frames: readonly number[],
  signal: AbortSignal,
  onPicture: (index: number, picture: VideoFrame) => void,
): Promise<void> {
  const [first] = frames;
  if (first === undefined) return;
  const { video, close } = openVideo(of.url);
  try {
    await new Promise<void>((resolve, reject) => {
      let index = 0;
      const seeker = createSeeker(video, of.framesPerSecond, (frame, picture) => {
        if (frame !== frames[index]) return;
        onPicture(index, picture);
        index += 1;
        const next = frames[index];
        if (next === undefined) resolve();
        else seeker.to(next);
      });
      video.addEventListener('error', () => reject(new Error('The clip cannot be read')));
      signal.addEventListener('abort', () => reject(signal.reason));
      signal.throwIfAborted();
      seeker.to(first);
    });
  } finally {
    close();
  }
}
