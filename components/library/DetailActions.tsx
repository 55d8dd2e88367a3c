import { i18n } from '#i18n';
import { type LibraryStore, useLibraryStore } from '@/components/store/library-store';
import { warn } from '@/lib/base/log';
import { UPSCALED } from '@/lib/flow/media';
import type { Entry } from '@/lib/library/entry';
import { againOf } from '@/lib/library/use-again';
import { showInFlow } from '../store/show-in-flow';
import { PlacedNote } from './PlacedNote';

/** What can be done with a clip or an image. Nothing is sent from here. */
export function DetailActions({ entry }: { entry: Entry }) {
  const store = useLibraryStore();
  const { draft, entries, saves } = store;
  const { media, recipe } = entry;
  const again = againOf(entry, entries.find.value);
  return (
    <>
      <div class="library-actions">
        {again && (
          <button
            type="button"
            class="btn"
            title={i18n.t('library.useAgainHint')}
            onClick={() => draft.useAgain(again)}
          >
            {i18n.t('library.useAgain')}
          </button>
        )}
        {recipe.prompt !== undefined && (
          <button type="button" class="btn" onClick={() => copy(store, recipe.prompt)}>
            {i18n.t('do.copyPrompt')}
          </button>
        )}
        <button type="button" class="btn" onClick={() => void saves.saveAll([entry])}>
          {i18n.t(saves.isSaved(entry) ? 'do.saveAgain' : 'do.save')}
        </button>
      </div>
      <section aria-labelledby="library-source">
        <h3 id="library-source">{i18n.t('library.asSource')}</h3>
        <div class="library-actions">
          {waysOn(store, entry).map(({ label, follow }) => (
            <button key={label} type="button" class="btn btn-s" onClick={follow}>
              {label}
            </button>
          ))}
          <button type="button" class="link push" onClick={() => void showInFlow(media.projectId)}>
            {i18n.t('do.show')}
          </button>
        </div>
      </section>
      <PlacedNote />
    </>
  );
}

function copy({ announcer }: LibraryStore, prompt = ''): void {
  navigator.clipboard.writeText(prompt).then(
    () => announcer.announce(i18n.t('jobList.copied')),
    (error: unknown) => warn('copy prompt', error),
  );
}

interface Way {
  readonly label: string;
  readonly follow: () => void;
}

/** What can be made of it; an image is one of those that a clip is made from. */
function waysOn({ draft }: LibraryStore, { media }: Entry): Way[] {
  if (media.kind === 'image')
    return [{ label: i18n.t('menuReference'), follow: () => draft.useImage(media) }];
  const ways: Way[] = [
    { label: i18n.t('lineage.extend'), follow: () => draft.useClip(media, 'extend') },
    { label: i18n.t('lineage.reshoot'), follow: () => draft.useClip(media, 'reshoot') },
  ];
  if (!media.key.endsWith(UPSCALED))
    ways.push({
      label: i18n.t('library.upscale'),
      follow: () => draft.useClip(media, 'upscale'),
    });
  return ways;
}
