import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { FRAMES_PER_SECOND, type Media, shapeOf } from '@/lib/flow/media';
import { number, seconds } from '@/lib/text/format';
import { sizeAfter, sizeNow } from './sizes';

/** The one chosen clip, large, with what is known of it. */
export const OneClip = ({ media }: { media: Media }) => (
  <>
    <div class="grow">
      <Poster media={media} />
      <span class="tag tag-new">{sizeAfter(media)}</span>
    </div>
    <dl class="facts">
      <Fact name={i18n.t('upscale.source')} value={sizeNow(media)} />
      <Fact
        name={i18n.t('upscale.length')}
        value={media.frames && i18n.t('upscale.seconds', [seconds(media.frames)])}
      />
      <Fact
        name={i18n.t('upscale.frames')}
        value={media.frames && i18n.t('upscale.rate', [number(media.frames), FRAMES_PER_SECOND])}
      />
      <Fact name={i18n.t('shape.label')} value={shapeText(media)} />
    </dl>
  </>
);

function shapeText(media: Media): string | undefined {
  const shape = shapeOf(media);
  return shape && i18n.t(`shape.${shape}Title`);
}

/** One thing that is known of the clip; left out when it is not. */
const Fact = ({ name, value }: { name: string; value: string | number | undefined }) =>
  value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
