import { computed, signal } from '@preact/signals';
import { clipAddress } from '@/components/store/clip-file';
import { clip } from '@/components/store/library';
import { type Range, rangeMarked } from '@/lib/video/range';
import { bounds, frames, inside, moveRange } from './range';

/** What the large picture does: not there, one frame, or the range in a loop. */
export type Monitor = 'closed' | 'still' | 'playing';

interface Look {
  readonly clipId: string | undefined;
  readonly monitor: Monitor;
  /** Where the playhead was put; absent: where the range starts. */
  readonly at?: number | undefined;
}

const look = signal<Look>({ clipId: undefined, monitor: 'closed' });
const here = computed<Look>(() => {
  const clipId = clip.value?.id;
  return look.value.clipId === clipId ? look.value : { clipId, monitor: 'closed' };
});

const turn = (change: Partial<Look>): void => {
  look.value = { ...here.peek(), ...change };
};

/** What the large picture does now. */
export const monitor = computed(() => here.value.monitor);

/** The frame on show while the range plays. */
export const passing = signal<number | undefined>(undefined);

/** The frame the playhead was put at. */
export const playhead = computed(() =>
  Math.min(here.value.at ?? inside.value.start, Math.max(0, frames.value - 1)),
);

/** The frame the playhead stands at now, also while it runs. */
export const playheadNow = computed(() => passing.value ?? playhead.value);

/** Puts the playhead at a frame, as near as the clip has it, and shows that frame. */
export function movePlayhead(frame: number): void {
  const at = Math.max(0, Math.min(frames.peek() - 1, Math.round(frame)));
  turn({ at, monitor: clipAddress.peek() === undefined ? 'closed' : 'still' });
  passing.value = undefined;
}

/** Plays the range in a loop, from its start; or stops where it is. */
export function togglePlay(): void {
  if (monitor.peek() === 'playing') movePlayhead(playheadNow.peek());
  else if (clipAddress.peek() !== undefined) turn({ monitor: 'playing' });
}

/** Shows both ends again; the playhead stays where it is. */
export function closeMonitor(): void {
  if (monitor.peek() === 'closed') return;
  turn({ at: playheadNow.peek(), monitor: 'closed' });
  passing.value = undefined;
}

/** Sets one end of the range at the playhead. */
export function mark(end: keyof Range): void {
  moveRange(rangeMarked(inside.peek(), end, playheadNow.peek(), bounds.peek()));
}
