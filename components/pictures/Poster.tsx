import { useSignal } from '@preact/signals';
import { Film, Image } from 'lucide-preact';
import type { Media } from '@/lib/flow/media';
import { KeptPicture } from './KeptPicture';

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
