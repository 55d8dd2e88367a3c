import { effect } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { sendCommand } from '@/lib/message/send';
import { framesOf } from '@/lib/video/frames';
import { openVideo } from '@/lib/video/open';
import { clipAddress, refuseAddress } from './clip-file';
import { clip } from './library';

const tried = new Set<string>();

effect(() => {
  const media = clip.value;
  const address = clipAddress.value;
  if (!media || media.frames !== undefined || address === undefined || tried.has(address)) return;
  tried.add(address);
  measure(media.id, address);
});

function measure(mediaId: string, address: string): void {
  const { video, close } = openVideo(address, 'metadata');
  const fail = () => refuseAddress(address);
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
