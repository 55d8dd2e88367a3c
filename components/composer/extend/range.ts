import { batch, computed, signal } from '@preact/signals';
import { change, draft } from '@/components/store/composer';
import { clip } from '@/components/store/library';
import { dropTyped, type TypedField } from '@/components/store/typed';
import { lastRange, rangeOf, windowFrames } from '@/lib/job/draft';
import { type Bounds, type Range, rangeInside, rangeMoved, windowAt } from '@/lib/video/range';

/** After a move of the handles the draft, and with it the whole form, follows so much later. */
const SETTLE_AFTER_MS = 100;
const FIELDS = ['start', 'startTimecode', 'end', 'endTimecode'] as const satisfies TypedField[];

/** Where the handles were just moved to; the draft does not know of it yet. */
const moved = signal<Range | undefined>(undefined);

/** Length of the chosen clip in frames; 0 while it is not known. */
export const frames = computed(() => clip.value?.frames ?? 0);

const asDrafted = (end: keyof Range) =>
  computed(() =>
    draft.value ? rangeOf(draft.value, frames.value)[end] : lastRange(frames.value)[end],
  );
const drafted = { start: asDrafted('start'), end: asDrafted('end') };

/** The range as it was moved or typed, good or not. */
export const range = computed<Range>(
  () => moved.value ?? { start: drafted.start.value, end: drafted.end.value },
);

/** Where the handles stand for it. */
export const inside = computed(() => rangeInside(range.value, frames.value));

/** Whether the ends move alone. A range of another length than a window shows itself as it is. */
export const isFree = computed(
  () =>
    draft.value?.freeRange ??
    drafted.end.value - drafted.start.value + 1 !== windowFrames(frames.value),
);

/** What the handles may do. */
export const bounds = computed<Bounds>(() => ({
  frames: frames.value,
  length: isFree.value ? undefined : windowFrames(frames.value),
}));

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Moves both ends, by the handles: whatever text stood in the fields goes. */
export function moveRange(to: Range): void {
  dropTyped(...FIELDS);
  moved.value = to;
  clearTimeout(waiting);
  waiting = setTimeout(settle, SETTLE_AFTER_MS);
}

/** Brings the last move of the handles into the draft, now. */
export function settle(): void {
  const to = moved.peek();
  if (to === undefined) return;
  clearTimeout(waiting);
  batch(() => {
    change({ range: to });
    moved.value = undefined;
  });
}

/** One end as it was typed into a field; a window comes along, good or not. */
export function typeEnd(end: keyof Range, frame: number, field: TypedField): void {
  settle();
  const { length } = bounds.value;
  const own = end === 'start' ? FIELDS.slice(0, 2) : FIELDS.slice(2);
  const stale = length === undefined ? own : FIELDS;
  dropTyped(...stale.filter((name) => name !== field));
  change({
    range: length === undefined ? { ...range.value, [end]: frame } : windowAt(end, frame, length),
  });
}

/** Lets the ends move alone, or makes them a window again, around the same end. */
export function setFree(freeRange: boolean): void {
  settle();
  dropTyped(...FIELDS);
  const window = windowAt('end', inside.value.end, windowFrames(frames.value));
  const range = freeRange ? inside.value : rangeMoved(window, 0, frames.value);
  change({ freeRange, range });
}

/** Back to the last frames of the clip. */
export function resetRange(): void {
  settle();
  dropTyped(...FIELDS);
  change({ range: undefined, freeRange: undefined });
}

// Whoever sends, leaves or goes elsewhere right after a move means the range that is shown.
for (const event of ['click', 'focusout', 'pagehide', 'visibilitychange'])
  addEventListener(event, settle, { capture: true });
addEventListener('keydown', ({ key }) => key === 'Enter' && settle(), { capture: true });
