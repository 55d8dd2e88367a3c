import { useEffect, useRef } from 'preact/hooks';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { seekSeconds } from '@/lib/video/frames';
import { Poster } from '../parts/Poster';
import { isExpired } from '../state/measure';

interface Props {
  readonly media: Media;
  readonly frame: number;
  readonly label: string;
}

/** The very frame at one end of the range; the poster stays where the file cannot be had. */
export function FrameView({ media, frame, label }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const at = seekSeconds(frame, FRAMES_PER_SECOND);
  useEffect(() => {
    if (video.current) video.current.currentTime = at;
  }, [at]);
  const address = isExpired(media) ? undefined : media.address;
  return (
    <div class={`end-view end-view-${media.aspect ?? 'landscape'}`}>
      <Poster media={media} />
      {address !== undefined && (
        <video
          class="pic"
          ref={video}
          src={`${address}#t=${at}`}
          key={address}
          muted
          playsInline
          preload="auto"
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      <span class="tag">{label}</span>
    </div>
  );
}
