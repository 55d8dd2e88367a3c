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
    measure(media.id, url, () => refuse(url));
  });
}

function measure(mediaId: string, url: string, fail: () => void): void {
  const { video, close } = openVideo(url, 'metadata');
  video.onerror = fail;
  video.onloadedmetadata = () => {
    const { videoWidth: width, videoHeight: height } = video;
    const frames = framesOf(video.duration, FRAMES_PER_SECOND);
    video.onerror = null;
    close();
    if (frames < 1 || width < 1 || height < 1) return fail();
    sendCommand('measured', { mediaId, frames, width, height }).catch((error: unknown) => {
      warn('measure', error);
      fail();
    });
  };
}
