import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { number } from '@/lib/text/format';

/** How many clips are chosen, and the ways to choose all that have no 1080p copy yet, or none. */
export function ChooseClips({ ids }: { ids: readonly string[] }) {
  const { library, upscaleChoice } = useViewStore();
  const all = library.clips.value?.length ?? 0;
  const missing = upscaleChoice.notYet.value.filter((id) => !ids.includes(id));
  return (
    <p class="choose-clips">
      <span>{i18n.t('upscale.chosen', all, [number(ids.length), number(all)])}</span>
      <button
        type="button"
        class="link push"
        aria-disabled={missing.length === 0}
        onClick={() => {
          if (missing.length > 0) upscaleChoice.choose(upscaleChoice.notYet.value);
        }}
      >
        {i18n.t('upscale.every')}
      </button>
      <button
        type="button"
        class="link"
        aria-disabled={ids.length === 0}
        onClick={() => upscaleChoice.choose([])}
      >
        {i18n.t('upscale.none')}
      </button>
    </p>
  );
}
