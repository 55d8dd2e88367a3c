import { effect } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { sendCommand } from '@/lib/messaging/client';
import { openVideo } from '@/lib/playback/open-video';
import { framesOf } from '@/lib/video/frames';
import type { ClipFile } from './clip-file';
import type { Library } from './library';

/** Measures the chosen clip, once, where nobody has said yet how long and large it is. */
export function measureClips({ clip }: Library, { url: current, refuse }: ClipFile): void {
  const tried = new Set<string>();

  effect(() => {
    const media = clip.value;
    const url = current.value;
    if (!media || media.frames !== undefined || url === undefined || tried.has(url)) return;
    tried.add(url);
    measureFile(media.id, url).then(
      (isKnown) => {
        if (!isKnown) refuse(url);
      },
      (error: unknown) => {
        warn('measure', error);
        refuse(url);
      },
    );
  });
}

/** Reads length and size of a clip from its file; false where the file does not say them. */
export function measureFile(mediaId: string, url: string): Promise<boolean> {
  const { video, close } = openVideo(url, 'metadata');
  return new Promise<boolean>((resolve, reject) => {
    video.onerror = () => resolve(false);
    video.onloadedmetadata = () => tellSize(mediaId, video).then(resolve, reject);
  }).finally(() => {
    video.onerror = null;
    close();
  });
}

/** The same of a clip that a view plays anyway. */
export const tellSizeOf =
  (mediaId: string) =>
  (video: HTMLVideoElement): void => {
    tellSize(mediaId, video).catch((error: unknown) => warn('measure', error));
  };

/** Has length and size of a clip kept, as its file says them; false where it says no length or no size. */
async function tellSize(mediaId: string, video: HTMLVideoElement): Promise<boolean> {
  const { duration, videoWidth: width, videoHeight: height } = video;
  const frames = framesOf(duration, FRAMES_PER_SECOND);
  if (frames < 1 || width < 1 || height < 1) return false;
  await sendCommand('measured', { mediaId, frames, width, height });
  return true;
}
