import './Timeline.css';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import { rangeMoved } from '@/lib/video/range';
import { followDrag, perPixel } from './drag';
import { Filmstrip } from './Filmstrip';
import { Handle } from './Handle';
import { Playhead } from './Playhead';

/**
 * The clip as a strip of its own pictures with the range on it. Outside the range a press puts the
 * playhead there; the range itself can be dragged as a whole.
 */
export const Timeline = ({ media }: { media: Media }) => {
  const store = useViewStore();
  return (
    <div class="strip">
      <div class="track" onPointerDown={(event) => onPointerDown(store, event)}>
        <Filmstrip media={media} key={media.id} />
        <Selection />
        <Playhead />
      </div>
      <Ruler last={Math.max(1, (media.frames ?? 1) - 1)} />
    </div>
  );
};

/** The range between its handles; what lies outside is veiled. */
const Selection = () => {
  const { range } = useViewStore();
  return (
    <div
      class="ends-on-track"
      style={{
        '--from': range.inside.value.start / range.frames.value,
        '--to': Math.min(1, (range.inside.value.end + 1) / range.frames.value),
      }}
    >
      <div class="veil veil-before" />
      <div class="veil veil-after" />
      <div class="window" />
      <Handle end="start" />
      <Handle end="end" />
    </div>
  );
};

function onPointerDown(
  { playhead, range }: ViewStore,
  event: PointerEvent & { currentTarget: HTMLElement },
): void {
  const track = event.currentTarget;
  const each = perPixel(track, range.frames.peek());
  const box = track.getBoundingClientRect();
  const at = Math.floor((event.clientX - (each < 0 ? box.right : box.left)) * each);
  const inside = range.inside.peek();
  const isOnRange = at >= inside.start && at <= inside.end;
  const put = () => {
    playhead.move(at);
    track.querySelector<HTMLElement>('.playhead-keys')?.focus();
  };
  if (!isOnRange) playhead.move(at);
  followDrag(event, each, {
    onMove: (by) =>
      isOnRange ? range.move(rangeMoved(inside, by, range.frames.peek())) : playhead.move(at + by),
    onPress: put,
  });
}

const TICKS = 4;

/** Frame numbers under the track, at the quarters. */
const Ruler = ({ last }: { last: number }) => (
  <p class="ruler" aria-hidden="true">
    {Array.from({ length: TICKS + 1 }, (_, index) => {
      const frame = index === TICKS ? last : Math.round(((last + 1) * index) / TICKS);
      return (
        <span key={frame} style={{ '--at': (frame + 0.5) / (last + 1) }}>
          {frame}
        </span>
      );
    })}
  </p>
);
