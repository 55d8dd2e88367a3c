import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { EMPTY_DRAFT } from '@/lib/drafts/draft';
import { draftPrice } from '@/lib/drafts/price';
import type { Action } from '@/lib/flow/action';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { priceText } from '@/lib/text/format';

/** What can be made of a clip. Each puts it into the composer; nothing is sent from here. */
export function UseAsSource({ media }: { media: Media | undefined }) {
  const store = useViewStore();
  if (!media) return <p class="hint">{i18n.t('lineage.unknown')}</p>;
  if (media.kind === 'image') return <p class="hint">{i18n.t('lineage.image')}</p>;
  const isUpscaled = media.key.endsWith(UPSCALED);
  return (
    <>
      <button type="button" class="btn" onClick={() => compose(store, media, 'extend')}>
        {i18n.t('lineage.extend')}
      </button>
      <button type="button" class="btn" onClick={() => compose(store, media, 'reshoot')}>
        {i18n.t('lineage.reshoot')}
      </button>
      {isUpscaled ? (
        <p class="hint">{i18n.t('problem.alreadyUpscaled')}</p>
      ) : (
        <button type="button" class="btn" onClick={() => compose(store, media, 'upscale')}>
          {i18n.t('lineage.upscale', [priceText(upscalePrice(store, media))])}
        </button>
      )}
    </>
  );
}

const upscalePrice = ({ items, library }: ViewStore, media: Media): number | undefined =>
  items.learnedModels.value &&
  draftPrice(
    { ...EMPTY_DRAFT, action: 'upscale', clipId: media.id },
    library.tab.value?.tier,
    () => media,
    items.learnedModels.value,
  );

function compose(
  { composer, focus, navigation, typed, validation }: ViewStore,
  { id }: Media,
  action: Action,
): void {
  typed.drop('start', 'startTimecode', 'end', 'endTimecode');
  validation.startOver();
  composer.change({ action, clipId: id, moreClipIds: undefined, range: undefined });
  navigation.showComposer();
  focus.on('action');
}
