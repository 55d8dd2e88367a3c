import { frameNow } from './frame-now';
import { frameAt, seekSeconds } from './frames';

/** Brings a video to single frames. */
export interface Seeker {
  /** Goes to a frame; while a seek is on its way, only the last one asked for comes next. */
  to(frame: number): void;
  stop(): void;
}

/**
 * Goes to frames of a video and says which one is really on show, by the time that the picture
 * carries itself. Silent while another picture is on show than was asked for.
 *
 * @param onShown called with the frame each time the one asked for is on show
 */
export function createSeeker(
  video: HTMLVideoElement,
  framesPerSecond: number,
  onShown: (frame: number) => void,
): Seeker {
  let wanted: number | undefined;
  let going: number | undefined;
  let presented: number | undefined;

  const go = () => {
    if (wanted === undefined || video.readyState === HTMLMediaElement.HAVE_NOTHING) return;
    if (going === undefined && presented === wanted) return onShown(wanted);
    if (going !== undefined) return;
    going = wanted;
    presented = undefined;
    video.currentTime = seekSeconds(wanted, framesPerSecond);
  };
  const arrived = () => {
    const there = going;
    going = undefined;
    presented = frameNow(video, framesPerSecond, (frame) => frame);
    if (wanted !== there) go();
    else if (presented === there) onShown(presented);
  };
  const present = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    presented = frameAt(mediaTime, framesPerSecond);
    callback = video.requestVideoFrameCallback(present);
    if (going === undefined && presented === wanted) onShown(presented);
  };
  let callback = video.requestVideoFrameCallback(present);
  video.addEventListener('loadedmetadata', go);
  video.addEventListener('seeked', arrived);

  return {
    to(frame) {
      wanted = frame;
      // A video that was just stopped may stand one picture further than its callback has told.
      if (going === undefined && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)
        presented = frameNow(video, framesPerSecond, (now) => now);
      go();
    },
    stop() {
      wanted = undefined;
      video.cancelVideoFrameCallback(callback);
      video.removeEventListener('loadedmetadata', go);
      video.removeEventListener('seeked', arrived);
    },
  };
}
