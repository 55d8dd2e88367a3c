import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import { clipLength, number } from '@/lib/text/format';
import { mediaTitle } from '@/lib/text/title';

interface Props {
  /** Place of the chosen clip in the row, counted from 0; -1: it is not in it. */
  readonly index: number;
  /** Clips in the row. */
  readonly count: number;
  /** How many of them are chosen. */
  readonly chosen: number;
}

/** The line under the clips: title, length and size of the chosen one, and its place in the row. */
export function ClipNow({ index, count, chosen: chosenCount }: Props) {
  const { library } = useViewStore();
  const chosen = library.clip.value;
  if (!chosen || chosenCount > 1)
    return (
      <p class="clip-now">
        <span>
          {chosenCount > 1
            ? i18n.t('clip.chosen', chosenCount, [number(chosenCount)])
            : i18n.t('clip.choose')}
        </span>
        <span class="push">{i18n.t('clip.count', count, [number(count)])}</span>
      </p>
    );
  return (
    <p class="clip-now">
      <strong class="cut" dir="auto">
        {mediaTitle(chosen)}
      </strong>
      <span class="facts-line">{details(chosen)}</span>
      {index >= 0 && (
        <span class="push">{i18n.t('clip.place', [number(index + 1), number(count)])}</span>
      )}
    </p>
  );
}

const details = ({ frames, width, height }: Media): string =>
  [
    ...(frames === undefined ? [] : [clipLength(frames)]),
    ...(width === undefined || height === undefined ? [] : [`${width} × ${height}`]),
  ].join(' · ');
