import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Range, rangeMarked } from '@/lib/video/range';
import type { ClipFile } from './clip-file';
import type { Library } from './library';
import type { RangeChoice } from './range';

/** What the large picture does: not there, one frame, or the range in a loop. */
export type Monitor = 'closed' | 'still' | 'playing';

interface Look {
  readonly clipId: string | undefined;
  readonly monitor: Monitor;
  /** Where the playhead was put; absent: where the range starts. */
  readonly at?: number | undefined;
}

export interface Playhead {
  /** What the large picture does now. */
  readonly monitor: ReadonlySignal<Monitor>;
  /** The frame on show while the range plays. */
  readonly passing: Signal<number | undefined>;
  /** The frame the playhead was put at. */
  readonly frame: ReadonlySignal<number>;
  /** The frame the playhead stands at now, also while it runs. */
  readonly frameNow: ReadonlySignal<number>;
  /** Puts the playhead at a frame, as near as the clip has it, and shows that frame. */
  readonly move: (frame: number) => void;
  /** Plays the range in a loop, from its start; or stops where it is. */
  readonly togglePlay: () => void;
  /** Shows both ends again; the playhead stays where it is. */
  readonly closeMonitor: () => void;
  /** Sets one end of the range at the playhead. */
  readonly mark: (end: keyof Range) => void;
}

/** The playhead on the filmstrip of the chosen clip, and the large picture that shows its frame. */
export function createPlayhead({ clip }: Library, { url }: ClipFile, range: RangeChoice): Playhead {
  const { frames, inside, bounds } = range;
  const look = signal<Look>({ clipId: undefined, monitor: 'closed' });
  const here = computed<Look>(() => {
    const clipId = clip.value?.id;
    return look.value.clipId === clipId ? look.value : { clipId, monitor: 'closed' };
  });

  const turn = (change: Partial<Look>): void => {
    look.value = { ...here.peek(), ...change };
  };

  const monitor = computed(() => here.value.monitor);
  const passing = signal<number | undefined>(undefined);
  const frame = computed(() =>
    Math.min(here.value.at ?? inside.value.start, Math.max(0, frames.value - 1)),
  );
  const frameNow = computed(() => passing.value ?? frame.value);

  function move(to: number): void {
    const at = Math.max(0, Math.min(frames.peek() - 1, Math.round(to)));
    turn({ at, monitor: url.peek() === undefined ? 'closed' : 'still' });
    passing.value = undefined;
  }

  return {
    monitor,
    passing,
    frame,
    frameNow,
    move,
    togglePlay() {
      if (monitor.peek() === 'playing') move(frameNow.peek());
      else if (url.peek() !== undefined) turn({ monitor: 'playing' });
    },
    closeMonitor() {
      if (monitor.peek() === 'closed') return;
      turn({ at: frameNow.peek(), monitor: 'closed' });
      passing.value = undefined;
    },
    mark(end) {
      range.move(rangeMarked(inside.peek(), end, frameNow.peek(), bounds.peek()));
    },
  };
}
