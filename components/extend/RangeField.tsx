import { i18n } from '#i18n';
import { type Draft, rangeOf } from '@/lib/job/draft';
import type { Range } from '@/lib/video/range';
import { FieldProblem } from '../parts/FieldProblem';
import { clip } from '../state/library';
import { number, seconds } from '../words/format';
import { LengthUnknown } from './LengthUnknown';
import { RangeEnd } from './RangeEnd';
import { RangeNote } from './RangeNote';
import { RangeSlider } from './RangeSlider';

/** The frames an extension continues from: two handles, two numbers, two timecodes. */
export const RangeField = ({ draft }: { draft: Draft }) => (
  <fieldset class="range" data-field="range">
    <legend class="range-title">{i18n.t('range.label')}</legend>
    <Inside draft={draft} />
  </fieldset>
);

function Inside({ draft }: { draft: Draft }) {
  const media = clip.value;
  if (!media) return <p class="hint">{i18n.t('range.noClip')}</p>;
  if (media.frames === undefined) return <LengthUnknown media={media} />;
  const range = rangeOf(draft, media.frames);
  return (
    <>
      <Length range={range} />
      <RangeSlider range={range} frames={media.frames} />
      <div class="ends">
        <RangeEnd end="start" range={range} media={media} />
        <RangeEnd end="end" range={range} media={media} />
      </div>
      <FieldProblem field="range" />
      <RangeNote draft={draft} range={range} frames={media.frames} />
    </>
  );
}

/** How long the range is, beside its title; nothing while the ends are in the wrong order. */
function Length({ range }: { range: Range }) {
  const count = range.end - range.start + 1;
  if (!Number.isInteger(count) || count < 1) return null;
  return (
    <p class="hint range-length">
      {i18n.t('range.length', count, [number(count), seconds(count)])}
    </p>
  );
}
