import './Facts.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { lengthOf, resolutionOf, shapeOf } from '@/lib/flow/media';
import { modelName } from '@/lib/flow/model-name';
import { type Entry, sourcesIn } from '@/lib/library/entry';
import { clipLength, number } from '@/lib/text/format';
import { momentText } from '@/lib/text/library-text';
import { mediaTitle } from '@/lib/text/title';
import { Poster } from '../pictures/Poster';

/** What a clip or an image was made from, and what it is; what nobody has said is left out. */
export function Facts({ entry }: { entry: Entry }) {
  const { media, recipe } = entry;
  const { madeBy = 'other', prompt, model, seed, move, range } = recipe;
  const [shape, frames] = [shapeOf(media) ?? recipe.aspect, lengthOf(media)];
  const isBare = madeBy === 'other' && prompt === undefined && model === undefined;
  return (
    <>
      {prompt !== undefined && (
        <section aria-labelledby="library-prompt">
          <h3 id="library-prompt">{i18n.t('library.prompt')}</h3>
          <p class="library-prompt" dir="auto">
            {prompt}
          </p>
        </section>
      )}
      <Sources entry={entry} />
      {isBare && <p class="hint">{i18n.t('library.noRecipe')}</p>}
      <dl class="library-facts">
        {madeBy !== 'other' && <Fact name={i18n.t('library.how')}>{i18n.t(`way.${madeBy}`)}</Fact>}
        {move && <Fact name={i18n.t('library.move')}>{i18n.t(`move.${move}`)}</Fact>}
        {range && (
          <Fact name={i18n.t('library.range')}>
            {i18n.t('library.frames', [number(range.start), number(range.end)])}
          </Fact>
        )}
        {model !== undefined && (
          <Fact name={i18n.t('library.model')}>
            <span lang="en" title={model}>
              {modelName(model)}
            </span>
          </Fact>
        )}
        {seed !== undefined && <Fact name={i18n.t('library.seed')}>{String(seed)}</Fact>}
        {shape && <Fact name={i18n.t('shape.label')}>{i18n.t(`shape.${shape}Title`)}</Fact>}
        {frames !== undefined && <Fact name={i18n.t('library.length')}>{clipLength(frames)}</Fact>}
        <Size entry={entry} />
        <Fact name={i18n.t(recipe.isDated ? 'library.made' : 'library.firstSeen')}>
          {momentText(recipe.at)}
        </Fact>
      </dl>
    </>
  );
}

function Size({ entry: { media } }: { entry: Entry }) {
  const { width, height } = media;
  const resolution = resolutionOf(media);
  const words =
    width !== undefined && height !== undefined
      ? resolution === undefined
        ? i18n.t('compare.size', [width, height])
        : i18n.t('library.pixels', [resolution, width, height])
      : resolution;
  return words === undefined ? null : <Fact name={i18n.t('library.resolution')}>{words}</Fact>;
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** What it was made from, each the way to itself. */
function Sources({ entry }: { entry: Entry }) {
  const { entries, opened } = useLibraryStore();
  if (entry.recipe.sourceIds.length === 0) return null;
  const sources = sourcesIn(entry, entries.find.value);
  return (
    <section aria-labelledby="library-from">
      <h3 id="library-from">{i18n.t('library.from')}</h3>
      {sources.length === 0 && <p class="hint">{i18n.t('library.fromUnknown')}</p>}
      <ul class="library-sources">
        {sources.map(({ media, title }) => (
          <li key={media.id}>
            <button
              type="button"
              class="library-source"
              onClick={() => opened.openVersion(media.id)}
            >
              <span class="library-source-pic">
                <Poster media={media} />
              </span>
              <span class="cut" dir="auto">
                {mediaTitle({ title })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
