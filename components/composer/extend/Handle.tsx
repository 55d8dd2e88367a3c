import { i18n } from '#i18n';
import { seconds } from '@/lib/text/format';
import { handleMoved, type Range, reach } from '@/lib/video/range';
import { followDrag, isRightToLeft, perPixel } from './drag';
import { closeMonitor, monitor } from './playhead-state';
import { bounds, frames, inside, moveRange } from './range';
import { stepOf } from './steps';

/** One end of the range on the strip. Not a native range: that jumps when it is taken hold of. */
export function Handle({ end }: { end: keyof Range }) {
  const can = reach(end, inside.value, bounds.value);
  const at = inside.value[end];
  const to = (frame: number) => {
    if (monitor.peek() === 'still') closeMonitor();
    moveRange(handleMoved(inside.peek(), end, frame, bounds.peek()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event, isRightToLeft());
    if (step === undefined) return;
    event.preventDefault();
    const now = reach(end, inside.peek(), bounds.peek());
    if (step === 'first') to(now.start);
    else if (step === 'last') to(now.end);
    else to(inside.peek()[end] + step);
  };
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const from = inside.peek()[end];
    event.stopPropagation();
    followDrag(event, perPixel(event.currentTarget, frames.peek()), {
      onMove: (by) => to(from + by),
    });
  };
  return (
    <div
      class={`handle handle-${end}`}
      role="slider"
      tabIndex={0}
      aria-label={i18n.t(`range.${end}`)}
      aria-valuemin={can.start}
      aria-valuemax={can.end}
      aria-valuenow={at}
      aria-valuetext={valueWords(at)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}

/** “Frame 168 of 0 to 191, 7.00 seconds”. */
export const valueWords = (frame: number): string =>
  i18n.t('range.value', [frame, frames.value - 1, seconds(frame)]);
