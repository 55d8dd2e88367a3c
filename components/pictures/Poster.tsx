import { useSignal } from '@preact/signals';
import { Film, Image } from 'lucide-preact';
import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { ask } from '@/lib/storage/ask';
import { readPicture } from '@/lib/storage/pictures';

interface Props {
  readonly media: Media | undefined;
  /** Media id, where the record itself may be gone. */
  readonly id?: string;
}

/** The still of a clip or image: by its signed URL, else as it was kept, else a plain tile. */
export function Poster({ media, id = media?.id }: Props) {
  const broken = useSignal('');
  const source = posterUrl(media);
  if (source === undefined || broken.value === source)
    return <KeptPicture key={id} id={id} otherwise={<NoPoster media={media} />} />;
  const fail = () => {
    broken.value = source;
  };
  return (
    <img
      class="pic"
      src={source}
      alt=""
      draggable={false}
      decoding="async"
      loading="lazy"
      onError={fail}
    />
  );
}

const NoPoster = ({ media }: { media: Media | undefined }) => {
  const Sign = media?.kind === 'image' ? Image : Film;
  return (
    <span class="pic pic-none">
      <Sign class="i" aria-hidden="true" />
    </span>
  );
};

/** Where the still of a clip or image can be had at the moment; undefined once that has run out. */
export function posterUrl(media: Media | undefined): string | undefined {
  const valid = (url: string | undefined, until = Number.POSITIVE_INFINITY) =>
    until > Date.now() ? url : undefined;
  const own = media?.kind === 'image' ? valid(media.url, media.urlExpiresAt) : undefined;
  return valid(media?.poster, media?.posterExpiresAt) ?? own;
}

interface KeptPictureProps {
  /** Media id. */
  readonly id: string | undefined;
  /** What to show where no picture was kept. */
  readonly otherwise: ComponentChild;
}

/** A picture as it was kept on this device; its URL inside the page ends with the view. */
function KeptPicture({ id, otherwise }: KeptPictureProps) {
  const url = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return undefined;
    let isGone = false;
    ask((from) => readPicture(id, from))
      .then((picture) => {
        if (picture && !isGone) url.value = URL.createObjectURL(picture);
      })
      .catch((error: unknown) => warn('picture', error));
    return () => {
      isGone = true;
      if (url.peek() !== undefined) URL.revokeObjectURL(url.peek() ?? '');
    };
  }, [id]);
  if (url.value === undefined) return otherwise;
  const fail = () => {
    url.value = undefined;
  };
  return <img class="pic" src={url.value} alt="" draggable={false} onError={fail} />;
}
