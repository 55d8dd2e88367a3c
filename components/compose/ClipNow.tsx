import { i18n } from '#i18n';
import type { Media } from '@/lib/flow/media';
import { clip } from '../state/library';
import { clipLength, number } from '../words/format';

/** The line under the clips: title, length and size of the chosen one, and its place in the row. */
export function ClipNow({ index, count }: { index: number; count: number }) {
  const chosen = clip.value;
  if (!chosen)
    return (
      <p class="clip-now">
        <span>{i18n.t('clip.choose')}</span>
        <span class="push">{i18n.t('clip.count', count, [number(count)])}</span>
      </p>
    );
  return (
    <p class="clip-now">
      <strong class="cut" dir="auto">
        {chosen.title}
      </strong>
      <span class="facts-line">{facts(chosen)}</span>
      {index >= 0 && (
        <span class="push">{i18n.t('clip.place', [number(index + 1), number(count)])}</span>
      )}
    </p>
  );
}

const facts = ({ frames, width, height }: Media): string =>
  [
    ...(frames === undefined ? [] : [clipLength(frames)]),
    ...(width === undefined || height === undefined ? [] : [`${width} × ${height}`]),
  ].join(' · ');
