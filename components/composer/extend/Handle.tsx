import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { seconds } from '@/lib/text/format';
import { handleMoved, type Range, reach } from '@/lib/video/range';
import { followDrag, isRightToLeft, perPixel } from './drag';
import { stepOf } from './steps';

/** One end of the range on the strip. Not a native range: that jumps when it is taken hold of. */
export function Handle({ end }: { end: keyof Range }) {
  const store = useViewStore();
  const { playhead, range } = store;
  const can = reach(end, range.inside.value, range.bounds.value);
  const at = range.inside.value[end];
  const to = (frame: number) => {
    if (playhead.monitor.peek() === 'still') playhead.closeMonitor();
    range.move(handleMoved(range.inside.peek(), end, frame, range.bounds.peek()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event, isRightToLeft());
    if (step === undefined) return;
    event.preventDefault();
    const now = reach(end, range.inside.peek(), range.bounds.peek());
    if (step === 'first') to(now.start);
    else if (step === 'last') to(now.end);
    else to(range.inside.peek()[end] + step);
  };
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const from = range.inside.peek()[end];
    event.stopPropagation();
    followDrag(event, perPixel(event.currentTarget, range.frames.peek()), {
      onMove: (by) => to(from + by),
    });
  };
  return (
    <div
      class={`handle handle-${end}`}
      role="slider"
      tabIndex={0}
      aria-label={i18n.t(end === 'start' ? 'range.start' : 'range.end')}
      aria-valuemin={can.start}
      aria-valuemax={can.end}
      aria-valuenow={at}
      aria-valuetext={valueText(store, at)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}

/** “Frame 168 of 0 to 191, 7.00 seconds”. */
export const valueText = ({ range }: ViewStore, frame: number): string =>
  i18n.t('range.value', [frame, range.frames.value - 1, seconds(frame)]);
