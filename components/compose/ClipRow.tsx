import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Media } from '@/lib/flow/media';
import type { Draft } from '@/lib/job/draft';
import { FieldProblem } from '../parts/FieldProblem';
import { ClipNow } from './ClipNow';
import { ClipTile } from './ClipTile';

interface Props {
  readonly draft: Draft;
  readonly clips: readonly Media[];
}

/** The clips of the project in a row, and a line about the chosen one. */
export function ClipRow({ draft, clips }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    row.current?.querySelector('.clip:has(:checked)')?.scrollIntoView({ inline: 'center' });
  }, []);
  return (
    <fieldset class="clips" data-field="clip">
      <legend class="vh">{i18n.t('clip.label')}</legend>
      <div class="clip-row" ref={row} onWheel={scrollSideways}>
        {clips.map((clip) => (
          <ClipTile key={clip.id} clip={clip} checked={clip.id === draft.clipId} />
        ))}
      </div>
      <ClipNow index={clips.findIndex(({ id }) => id === draft.clipId)} count={clips.length} />
      <FieldProblem field="clip" />
    </fieldset>
  );
}

/** A plain wheel moves a row that only goes sideways. */
function scrollSideways(event: WheelEvent & { currentTarget: HTMLElement }): void {
  if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY;
}
