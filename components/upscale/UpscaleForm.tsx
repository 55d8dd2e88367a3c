import { i18n } from '#i18n';
import { FRAMES_PER_SECOND, UPSCALED } from '@/lib/flow/media';
import { Poster } from '../parts/Poster';
import { Seed } from '../parts/Seed';
import { clip } from '../state/library';
import { number, seconds } from '../words/format';

/** Upscale: nothing to set but the seed; what goes in and what comes out. */
export function UpscaleForm() {
  const media = clip.value;
  if (!media) return <Seed />;
  const isTall = media.aspect === 'portrait';
  return (
    <>
      <div class="grow">
        <Poster media={media} />
        <span class="tag tag-new">{isTall ? '1080 × 1920' : '1920 × 1080'}</span>
      </div>
      <dl class="facts">
        <Fact
          name={i18n.t('upscale.source')}
          value={media.width && media.height && `${media.width} × ${media.height}`}
        />
        <Fact
          name={i18n.t('upscale.length')}
          value={media.frames && i18n.t('upscale.seconds', [seconds(media.frames)])}
        />
        <Fact
          name={i18n.t('upscale.frames')}
          value={media.frames && i18n.t('upscale.rate', [number(media.frames), FRAMES_PER_SECOND])}
        />
        <Fact
          name={i18n.t('shape.label')}
          value={media.aspect && i18n.t(`shape.${media.aspect}Title`)}
        />
      </dl>
      {media.key.endsWith(UPSCALED) && <p class="hint">{i18n.t('upscale.already')}</p>}
      <Seed />
    </>
  );
}

/** One thing that is known of the clip; left out when it is not. */
const Fact = ({ name, value }: { name: string; value: string | number | undefined }) =>
  value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
