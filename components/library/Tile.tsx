import './Tile.css';
import { Check, Layers } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { useLibraryStore } from '@/components/store/library-store';
import { lengthOf, resolutionOf, shapeOf } from '@/lib/flow/media';
import type { Found } from '@/lib/library/filter';
import { clipLength, number } from '@/lib/text/format';
import { lineText, tileDetails } from '@/lib/text/library-text';
import { mediaTitle } from '@/lib/text/title';
import { Poster } from '../pictures/Poster';
import { Icon } from '../ui/Icon';

interface Props {
  readonly found: Found;
  /** From 1. */
  readonly column: number;
  /** Whether the Tab key leads here. */
  readonly isStop: boolean;
}

/** One clip or image: a press opens it, with Ctrl or ⌘ it is chosen, with Shift all up to it. */
export function Tile({ found, column, isStop }: Props) {
  const { choice, measure, opened, saves } = useLibraryStore();
  const { group, entry } = found;
  const { media } = entry;
  const isChosen = choice.isChosen(group.key);
  const isSaved = saves.isSaved(entry);
  const title = mediaTitle(entry);
  const choose = (isRange: boolean) => {
    opened.stop.value = group.key;
    if (isRange) choice.extendTo(group.key);
    else choice.toggle(group.key);
  };
  useEffect(() => measure.want(media), [media.id, media.url]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys of all its tiles
    <div
      class="library-tile"
      role="gridcell"
      tabIndex={isStop ? 0 : -1}
      data-tile={group.key}
      aria-colindex={column}
      aria-selected={isChosen}
      aria-current={opened.shown.value?.group.key === group.key ? 'true' : undefined}
      title={title}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) opened.stop.value = group.key;
      }}
      onClick={({ target, shiftKey, ctrlKey, metaKey }) => {
        if (target instanceof HTMLInputElement) return;
        if (shiftKey || ctrlKey || metaKey) choose(shiftKey);
        else opened.open(group.key);
      }}
    >
      <span class="library-pic" data-kind={media.kind} data-shape={shapeOf(media)}>
        <Poster media={media} />
        <Tags found={found} isSaved={isSaved} />
        <input
          class="library-check"
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          aria-hidden="true"
          onClick={({ shiftKey }) => choose(shiftKey)}
        />
      </span>
      <span class="library-name">
        <bdi dir="auto">{title}</bdi>
        <span class="vh">{tileDetails(found, isSaved)}</span>
      </span>{' '}
      <span class="library-line">{lineText(entry, Date.now())}</span>
    </div>
  );
}

/** What is said over the picture: all of it stands in the name of the tile as well. */
function Tags({ found: { group, entry }, isSaved }: { found: Found; isSaved: boolean }) {
  const { media } = entry;
  const [frames, resolution, shape] = [lengthOf(media), resolutionOf(media), shapeOf(media)];
  const count = group.versions.length;
  return (
    <>
      {count > 1 && (
        <span class="tag library-versions" aria-hidden="true">
          <Layers class="i i-12" />
          {number(count)}
        </span>
      )}
      <span class="library-tags" aria-hidden="true">
        {isSaved && (
          <span class="tag">
            <Check class="i i-12" />
          </span>
        )}
        {media.kind === 'video' && shape === 'portrait' && (
          <span class="tag">
            <Icon name="portrait" />
          </span>
        )}
        {resolution !== undefined && resolution !== '720p' && media.kind === 'video' && (
          <span class="tag">{resolution}</span>
        )}
        {frames !== undefined && <span class="tag">{clipLength(frames)}</span>}
      </span>
    </>
  );
}
