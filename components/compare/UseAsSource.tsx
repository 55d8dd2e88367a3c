import { i18n } from '#i18n';
import type { Action } from '@/lib/flow/action';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { EMPTY_DRAFT } from '@/lib/job/draft';
import { draftPrice } from '@/lib/job/price';
import { learnedModels } from '@/lib/store/items';
import { priceWords } from '@/lib/text/format';
import { change } from '../store/composer';
import { tab } from '../store/library';
import { liveItem } from '../store/live';
import { startOver } from '../store/problems';
import { dropTyped } from '../store/typed';
import { focusSoon, showComposer } from '../store/view';

const learned = liveItem(learnedModels);

/** What can be made of a clip. Each puts it into the composer; nothing is sent from here. */
export function UseAsSource({ media }: { media: Media | undefined }) {
  if (!media) return <p class="hint">{i18n.t('lineage.unknown')}</p>;
  if (media.kind === 'image') return <p class="hint">{i18n.t('lineage.image')}</p>;
  const isUpscaled = media.key.endsWith(UPSCALED);
  return (
    <>
      <button type="button" class="btn" onClick={() => compose(media, 'extend')}>
        {i18n.t('lineage.extend')}
      </button>
      <button type="button" class="btn" onClick={() => compose(media, 'reshoot')}>
        {i18n.t('lineage.reshoot')}
      </button>
      {isUpscaled ? (
        <p class="hint">{i18n.t('problem.alreadyUpscaled')}</p>
      ) : (
        <button type="button" class="btn" onClick={() => compose(media, 'upscale')}>
          {i18n.t('lineage.upscale', [priceWords(upscalePrice(media))])}
        </button>
      )}
    </>
  );
}

const upscalePrice = (media: Media): number | undefined =>
  learned.value &&
  draftPrice(
    { ...EMPTY_DRAFT, action: 'upscale', clipId: media.id },
    tab.value?.tier,
    () => media,
    learned.value,
  );

function compose({ id }: Media, action: Action): void {
  dropTyped('start', 'startTimecode', 'end', 'endTimecode');
  startOver();
  change({ action, clipId: id, moreClipIds: undefined, range: undefined });
  showComposer();
  focusSoon('.actions :checked');
}
