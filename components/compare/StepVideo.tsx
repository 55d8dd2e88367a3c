import { useEffect, useRef } from 'preact/hooks';
import type { Media } from '@/lib/flow/media';
import { Poster } from '../pictures/Poster';
import type { Finding } from './found';
import type { Player } from './player';

interface Props {
  readonly finding: Finding;
  readonly player: Player;
  /** Its own frame that stands at frame 0 of the clock. */
  readonly offset?: number;
  readonly media: Media | undefined;
  /** Media id, where the record itself may be gone. */
  readonly posterId: string;
  /** Called once length and size are known. */
  readonly measured?: (video: HTMLVideoElement) => void;
}

/** A video on the common clock, in front of its poster. Its file is let go with the view. */
export function StepVideo({ finding, player, offset = 0, media, posterId, measured }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const { found, fail } = finding;
  const address = found.value.kind === 'address' ? found.value.address : undefined;
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
  }, [address, offset, player]);
  useEffect(() => {
    const element = video.current;
    return () => {
      element?.removeAttribute('src');
      element?.load();
    };
  }, [address]);
  return (
    <>
      <Poster media={media} id={posterId} />
      {address !== undefined && (
        <video
          key={address}
          class="pic"
          ref={video}
          src={address}
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
