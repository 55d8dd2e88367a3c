import { useEffect, useRef } from 'preact/hooks';
import type { Media } from '@/lib/flow/media';
import { Poster } from '../pictures/Poster';
import type { SourceLookup } from './media-source';
import type { SyncedPlayer } from './synced-player';

interface Props {
  readonly lookup: SourceLookup;
  readonly player: SyncedPlayer;
  /** Its own frame that stands at frame 0 of the clock. */
  readonly offset?: number;
  readonly media: Media | undefined;
  /** Media id, where the record itself may be gone. */
  readonly posterId: string;
  /** Called once length and size are known. */
  readonly measured?: (video: HTMLVideoElement) => void;
}

/** A video on the common clock, in front of its poster. Its file is let go with the view. */
export function StepVideo({ lookup, player, offset = 0, media, posterId, measured }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const { found, fail } = lookup;
  const url = found.value.kind === 'url' ? found.value.url : undefined;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let leave = () => {};
    const join = () => {
      measured?.(element);
      leave = player.join(element, offset);
    };
    if (element.readyState > 0) join();
    else element.addEventListener('loadedmetadata', join, { once: true });
    return () => {
      element.removeEventListener('loadedmetadata', join);
      leave();
    };
  }, [url, offset, player]);
  useEffect(() => {
    const element = video.current;
    return () => {
      element?.removeAttribute('src');
      element?.load();
    };
  }, [url]);
  return (
    <>
      <Poster media={media} id={posterId} />
      {url !== undefined && (
        <video
          key={url}
          class="pic"
          ref={video}
          src={url}
          crossOrigin="anonymous"
          muted
          playsInline
          preload="auto"
          tabIndex={-1}
          aria-hidden="true"
          onError={fail}
        />
      )}
    </>
  );
}
