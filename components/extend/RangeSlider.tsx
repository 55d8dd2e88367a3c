import { normalizeProps, useMachine } from '@zag-js/preact';
import * as slider from '@zag-js/slider';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Range, rangeInside, rangeLeapt } from '@/lib/video/range';
import { seconds } from '../words/format';
import { moveRange } from './range';

/** The clip as a track with two handles. Arrows move by 1, with Shift by 10, Home and End. */
export function RangeSlider({ range, frames }: { range: Range; frames: number }) {
  const last = Math.max(1, frames - 1);
  const inside = rangeInside(range, frames);
  const { start, end: stop } = inside;
  const service = useMachine(slider.machine, {
    id: useId(),
    min: 0,
    max: last,
    value: [start, stop],
    minStepsBetweenThumbs: 1,
    thumbAlignment: 'center',
    dir: document.dir === 'rtl' ? 'rtl' : 'ltr',
    'aria-label': [i18n.t('range.start'), i18n.t('range.end')],
    getAriaValueText: ({ value }) => i18n.t('range.value', [value, last, seconds(value)]),
    onValueChange: ({ value: [from = start, to = stop] }) => moveRange({ start: from, end: to }),
  });
  const api = slider.connect(service, normalizeProps);
  return (
    <div {...api.getRootProps()} class="slider">
      <div {...api.getControlProps()} class="slider-control">
        <div {...api.getTrackProps()} class="slider-track">
          <div {...api.getRangeProps()} class="slider-range" />
        </div>
        {ENDS.map((end, index) => {
          const thumb = api.getThumbProps({ index });
          const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
            const by = leap(event);
            if (by === undefined) return thumb.onKeyDown?.(event);
            event.preventDefault();
            moveRange(rangeLeapt(inside, end, by, frames));
          };
          const props = { ...thumb, onKeyDown };
          return <div {...props} key={end} class="handle" />;
        })}
      </div>
      <Ruler last={last} />
    </div>
  );
}

const ENDS = ['start', 'end'] as const;
const LEAP = 10;

/** Ten frames, exactly: the slider's own large step would snap to whole tens. */
function leap({ key, shiftKey }: KeyboardEvent): number | undefined {
  const right = document.dir === 'rtl' ? -LEAP : LEAP;
  if (shiftKey && key === 'ArrowRight') return right;
  if (shiftKey && key === 'ArrowLeft') return -right;
  return { PageUp: LEAP, PageDown: -LEAP }[key];
}

const TICKS = 4;

/** Frame numbers under the track, at the quarters. */
const Ruler = ({ last }: { last: number }) => (
  <p class="ruler" aria-hidden="true">
    {Array.from({ length: TICKS + 1 }, (_, index) => {
      const frame = index === TICKS ? last : Math.round(((last + 1) * index) / TICKS);
      return (
        <span key={frame} style={{ '--at': frame / last }}>
          {frame}
        </span>
      );
    })}
  </p>
);
