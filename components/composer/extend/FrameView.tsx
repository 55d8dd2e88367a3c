import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { useViewStore } from '@/components/store/view-store';
import { FRAMES_PER_SECOND, type Media, shapeOf } from '@/lib/flow/media';
import { createSeeker, type Seeker } from '@/lib/playback/seek';
import type { Range } from '@/lib/video/range';

/** The very frame at one end of the range. Until it is there, what is seen is marked as pending. */
export function FrameView({ media, end }: { media: Media; end: keyof Range }) {
  const { clipFile, range } = useViewStore();
  const video = useRef<HTMLVideoElement>(null);
  const seeker = useRef<Seeker>();
  const shown = useSignal<number | undefined>(undefined);
  const frame = useComputed(() => range.inside.value[end]).value;
  const url = clipFile.url.value;
  useEffect(() => {
    if (!video.current || url === undefined) return;
    seeker.current = createSeeker(video.current, FRAMES_PER_SECOND, (at) => {
      shown.value = at;
    });
    seeker.current.to(frame);
    return () => {
      seeker.current?.stop();
      shown.value = undefined;
    };
  }, [url]);
  useEffect(() => seeker.current?.to(frame), [frame]);
  return (
    <div
      class={`end-view end-view-${shapeOf(media) ?? 'landscape'}`}
      role="img"
      aria-label={i18n.t(`range.${end}Picture`, [frame])}
      aria-busy={shown.value !== frame}
    >
      {shown.value === undefined && <Poster media={media} />}
      {url !== undefined && (
        <video
          class="pic"
          ref={video}
          src={url}
          key={url}
          crossOrigin="anonymous"
          muted
          playsInline
          preload="auto"
          tabIndex={-1}
          aria-hidden="true"
          onError={() => clipFile.refuse(url)}
        />
      )}
      <span class="tag">{i18n.t(`range.${end}Tag`)}</span>
    </div>
  );
}
