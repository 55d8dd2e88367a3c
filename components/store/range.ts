import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { lastRange, rangeOf, windowFrames } from '@/lib/drafts/draft';
import { type Bounds, type Range, rangeInside, rangeMoved, windowAt } from '@/lib/video/range';
import type { Composer } from './composer';
import type { Library } from './library';
import type { Typed, TypedField } from './typed';

/** After a move of the handles the draft, and with it the whole form, follows so much later. */
const SETTLE_AFTER_MS = 100;
const FIELDS = ['start', 'startTimecode', 'end', 'endTimecode'] as const satisfies TypedField[];

export interface RangeChoice {
  /** Length of the chosen clip in frames; 0 while it is not known. */
  readonly frames: ReadonlySignal<number>;
  /** The range as it was moved or typed, good or not. */
  readonly current: ReadonlySignal<Range>;
  /** Where the handles stand for it. */
  readonly inside: ReadonlySignal<Range>;
  /** Whether the ends move alone. A range of another length than a window shows itself as it is. */
  readonly isFree: ReadonlySignal<boolean>;
  /** What the handles may do. */
  readonly bounds: ReadonlySignal<Bounds>;
  /** Moves both ends, by the handles: whatever text stood in the fields goes. */
  readonly move: (to: Range) => void;
  /** Brings the last move of the handles into the draft, now. */
  readonly settle: () => void;
  /** One end as it was typed into a field; a window comes along, good or not. */
  readonly typeEnd: (end: keyof Range, frame: number, field: TypedField) => void;
  /** Lets the ends move alone, or makes them a window again, around the same end. */
  readonly setFree: (freeRange: boolean) => void;
  /** Back to the last frames of the clip. */
  readonly reset: () => void;
}

/** The frame range of an extend, between the handles, the fields and the draft. */
export function createRange(
  { draft, change }: Composer,
  { clip }: Library,
  typed: Typed,
): RangeChoice {
  /** Where the handles were just moved to; the draft does not know of it yet. */
  const moved = signal<Range | undefined>(undefined);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const frames = computed(() => clip.value?.frames ?? 0);

  const asDrafted = (end: keyof Range) =>
    computed(() =>
      draft.value ? rangeOf(draft.value, frames.value)[end] : lastRange(frames.value)[end],
    );
  const drafted = { start: asDrafted('start'), end: asDrafted('end') };

  const current = computed<Range>(
    () => moved.value ?? { start: drafted.start.value, end: drafted.end.value },
  );

  const inside = computed(() => rangeInside(current.value, frames.value));

  const isFree = computed(
    () =>
      draft.value?.freeRange ??
      drafted.end.value - drafted.start.value + 1 !== windowFrames(frames.value),
  );

  const bounds = computed<Bounds>(() => ({
    frames: frames.value,
    length: isFree.value ? undefined : windowFrames(frames.value),
  }));

  function settle(): void {
    const to = moved.peek();
    if (to === undefined) return;
    clearTimeout(waiting);
    batch(() => {
      change({ range: to });
      moved.value = undefined;
    });
  }

  // Whoever sends, leaves or goes elsewhere right after a move means the range that is shown.
  for (const event of ['click', 'focusout', 'pagehide', 'visibilitychange'])
    addEventListener(event, settle, { capture: true });
  addEventListener('keydown', ({ key }) => key === 'Enter' && settle(), { capture: true });

  return {
    frames,
    current,
    inside,
    isFree,
    bounds,
    settle,
    move(to) {
      typed.drop(...FIELDS);
      moved.value = to;
      clearTimeout(waiting);
      waiting = setTimeout(settle, SETTLE_AFTER_MS);
    },
    typeEnd(end, frame, field) {
      settle();
      const { length } = bounds.value;
      const own = end === 'start' ? FIELDS.slice(0, 2) : FIELDS.slice(2);
      const stale = length === undefined ? own : FIELDS;
      typed.drop(...stale.filter((name) => name !== field));
      const isWindow = length !== undefined;
      change({
        range: isWindow ? windowAt(end, frame, length) : { ...current.value, [end]: frame },
      });
    },
    setFree(freeRange) {
      settle();
      typed.drop(...FIELDS);
      const window = windowAt('end', inside.value.end, windowFrames(frames.value));
      const range = freeRange ? inside.value : rangeMoved(window, 0, frames.value);
      change({ freeRange, range });
    },
    reset() {
      settle();
      typed.drop(...FIELDS);
      change({ range: undefined, freeRange: undefined });
    },
  };
}
