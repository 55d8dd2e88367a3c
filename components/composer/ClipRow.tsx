import './ClipRow.css';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { type Draft, upscaleIds } from '@/lib/drafts/draft';
import type { Media } from '@/lib/flow/media';
import { useTiles } from '../ui/tiles';
import { ClipNow } from './ClipNow';
import { ClipTile } from './ClipTile';
import { FieldProblem } from './fields/FieldProblem';

interface Props {
  readonly draft: Draft;
  readonly clips: readonly Media[];
}

/** The clips of the project in a row, one or (to upscale) several chosen, and a line about them. */
export function ClipRow({ draft, clips }: Props) {
  const { capability } = useViewStore();
  const row = useRef<HTMLDivElement>(null);
  // What the user presses in Flow is for one clip.
  const isMany = draft.action === 'upscale' && capability.value.kind !== 'prepare';
  const chosen = isMany ? upscaleIds(draft) : [draft.clipId].filter((id) => id !== undefined);
  const first = clips.find(({ id }) => chosen.includes(id)) ?? clips[0];
  const tiles = useTiles(
    clips.map(({ id }) => id),
    chosen,
  );
  useEffect(() => {
    row.current
      ?.querySelector('.clip:has(:checked)')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, []);
  useEffect(() => {
    row.current
      ?.querySelector('.clip:has(:checked)')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [draft.clipId]);
  return (
    <fieldset class="clips" data-field="clip">
      <legend class="vh">{i18n.t(isMany ? 'clip.labelMany' : 'clip.label')}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between real checkboxes */}
      <div
        class="clip-row"
        ref={row}
        onWheel={scrollSideways}
        onKeyDown={isMany ? tiles.onKeyDown : undefined}
      >
        {clips.map((clip) => (
          <ClipTile
            key={clip.id}
            clip={clip}
            checked={chosen.includes(clip.id)}
            isFirst={clip === first}
            tile={isMany ? tiles.of(clip.id) : undefined}
          />
        ))}
      </div>
      <ClipNow
        index={clips.findIndex(({ id }) => id === draft.clipId)}
        count={clips.length}
        chosen={chosen.length}
      />
      <FieldProblem field="clip" />
    </fieldset>
  );
}

/** A plain wheel moves a row that only goes sideways. */
function scrollSideways(event: WheelEvent & { currentTarget: HTMLElement }): void {
  if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY;
}
