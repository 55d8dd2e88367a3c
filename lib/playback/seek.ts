import { seekSeconds } from '@/lib/video/frames';
import { frameNow, type OnPicture } from './frame-now';

/** Brings a video to single frames. */
export interface Seeker {
  /** Goes to a frame; while a seek is on its way, only the last one asked for comes next. */
  to(frame: number): void;
  stop(): void;
}

/** After that long a seek that brought no picture is looked at again. */
const LOOK_AGAIN_MS = 250;
/**
 * Where in the frame each try goes to, as parts of a frame beside its middle: a browser leaves out
 * a seek of a standing video to the very time it stands at, and draws nothing then.
 */
const TRIES = [0, -0.1, 0.1, -0.2, 0.2] as const;

/**
 * Goes to frames of a video and says which one is really on show, by the time that the picture
 * carries itself. Silent while another picture is on show than was asked for, and while it plays.
 * Neither `seeked` nor a frame's callback is relied upon: where the picture does not come with
 * them, it is looked for again, and sought again.
 *
 * @param onShown called each time the frame asked for is on show, with its picture
 */
export function createSeeker(
  video: HTMLVideoElement,
  framesPerSecond: number,
  onShown: OnPicture,
): Seeker {
  let wanted: number | undefined;
  let going: number | undefined;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether the frame asked for is on show; says so where it is. */
  const isShown = (): boolean =>
    going === undefined &&
    video.paused &&
    video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA &&
    frameNow(video, framesPerSecond, (frame, picture) => {
      if (frame !== wanted) return false;
      clearTimeout(timer);
      onShown(frame, picture);
      return true;
    }) === true;

  const go = () => {
    if (wanted === undefined || going !== undefined) return;
    if (video.readyState === HTMLMediaElement.HAVE_NOTHING || isShown()) return;
    going = wanted;
    video.currentTime = seekSeconds(wanted + (TRIES[tries] ?? 0), framesPerSecond);
    clearTimeout(timer);
    timer = setTimeout(lookAgain, LOOK_AGAIN_MS);
  };
  const arrived = () => {
    const there = going;
    going = undefined;
    if (wanted !== there) go();
    else isShown();
  };
  const lookAgain = () => {
    if (wanted === undefined || (going === undefined && !video.paused)) return;
    if (video.seeking) {
      timer = setTimeout(lookAgain, LOOK_AGAIN_MS);
      return;
    }
    going = undefined;
    tries += 1;
    if (tries < TRIES.length) go();
    else isShown();
  };
  const present = () => {
    callback = video.requestVideoFrameCallback(present);
    isShown();
  };
  let callback = video.requestVideoFrameCallback(present);
  video.addEventListener('loadedmetadata', go);
  video.addEventListener('seeked', arrived);

  return {
    to(frame) {
      wanted = frame;
      tries = 0;
      go();
    },
    stop() {
      wanted = undefined;
      clearTimeout(timer);
      video.cancelVideoFrameCallback(callback);
      video.removeEventListener('loadedmetadata', go);
      video.removeEventListener('seeked', arrived);
    },
  };
}
