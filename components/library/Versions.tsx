import './Versions.css';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { resolutionOf } from '@/lib/flow/media';
import type { Found } from '@/lib/library/filter';
import { dayText, wayText } from '@/lib/text/library-text';
import { Poster } from '../pictures/Poster';

/** All versions of a clip, the newest first; the one that is chosen stands for it. */
export function Versions({ shown: { group, entry } }: { shown: Found }) {
  const { opened } = useLibraryStore();
  return (
    <section aria-labelledby="library-versions">
      <h3 id="library-versions">{i18n.t('library.versionsTitle')}</h3>
      <ol class="library-chain" reversed>
        {group.versions.map((version) => (
          <li key={version.media.id}>
            <button
              type="button"
              class="take-cell"
              aria-pressed={version === entry}
              onClick={() => opened.pickVersion(version.media.id)}
            >
              <span class="take-pic">
                <Poster media={version.media} />
              </span>
              <span class="take-name">
                {[wayText(version), resolutionOf(version.media)].filter(Boolean).join(' · ')}
              </span>
              {dayText(version.recipe.at, Date.now())}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
