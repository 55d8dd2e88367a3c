import { effect, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { sendCommand } from '@/lib/message/send';
import { framesOf } from '@/lib/video/frames';
import { clip } from './library';

/** Why the length of the chosen clip cannot be had from its file. */
export type Unmeasured = 'no-address' | 'expired' | 'unreadable';

const failed = signal<ReadonlySet<string>>(new Set());
const tried = new Set<string>();

/** Whether the clip's signed address has run out. */
export const isExpired = (media: Media): boolean =>
  media.addressExpiresAt !== undefined && media.addressExpiresAt < Date.now();

/** Undefined while the length is known or being read. */
export function unmeasured(media: Media): Unmeasured | undefined {
  if (media.frames !== undefined) return undefined;
  if (media.address === undefined) return 'no-address';
  if (isExpired(media)) return 'expired';
  return failed.value.has(media.address) ? 'unreadable' : undefined;
}

effect(() => {
  const media = clip.value;
  if (media?.kind !== 'video' || media.frames !== undefined) return;
  if (media.address === undefined || tried.has(media.address) || isExpired(media)) return;
  tried.add(media.address);
  measure(media.id, media.address);
});

function measure(mediaId: string, address: string): void {
  const video = document.createElement('video');
  const fail = () => {
    failed.value = new Set([...failed.value, address]);
  };
  video.preload = 'metadata';
  video.crossOrigin = 'anonymous';
  video.onerror = fail;
  video.onloadedmetadata = () => {
    const { videoWidth: width, videoHeight: height } = video;
    const frames = framesOf(video.duration, FRAMES_PER_SECOND);
    video.removeAttribute('src');
    if (frames < 1 || width < 1 || height < 1) return fail();
    sendCommand('measured', { mediaId, frames, width, height }).catch((error: unknown) => {
      warn('measure', error);
      fail();
    });
  };
  video.src = address;
}
