import { signal } from '@preact/signals';
import { nearest } from './order';

/** A slot under way: where it started, where it would come to stand, how far it was carried. */
interface Drag {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
}

/** Carried by less than this (CSS pixels), a press is not a drag. */
const SLACK = 4;

export type SlotDrag = ReturnType<typeof createSlotDrag>;

/** A drag of one of several slots to the place of another. */
export function createSlotDrag() {
  const drag = signal<Drag | undefined>(undefined);

  return {
    /** While a slot is dragged it goes with the pointer, and the others make room. */
    styleOf(index: number) {
      const now = drag.value;
      if (!now) return undefined;
      return now.from === index
        ? { translate: `${now.x}px ${now.y}px`, zIndex: 1 }
        : { '--aside': String(aside(index, now)) };
    },
    /**
     * Follows a pointer, mouse or finger, that was pressed on a slot, until it is let go.
     *
     * @param from place of the slot among the others, counted from 0
     * @param onDrop told the new place where it is another
     */
    start(
      event: PointerEvent & { readonly currentTarget: HTMLElement },
      from: number,
      onDrop: (to: number) => void,
    ): void {
      const slot = event.currentTarget;
      if (event.button !== 0 || !event.isPrimary) return;
      const boxes = [...(slot.closest('.slots')?.querySelectorAll('.slot') ?? [])].map((one) =>
        one.getBoundingClientRect(),
      );
      const end = new AbortController();
      const follow = (move: PointerEvent) => {
        const [x, y] = [move.clientX - event.clientX, move.clientY - event.clientY];
        if (!drag.peek() && Math.hypot(x, y) < SLACK) return;
        drag.value = { from, to: nearest(boxes, move.clientX, move.clientY), x, y };
      };
      const stop = (isDropped: boolean) => {
        end.abort();
        const { to = from } = drag.peek() ?? {};
        drag.value = undefined;
        if (isDropped && to !== from) onDrop(to);
      };
      const { signal: until } = end;
      slot.setPointerCapture(event.pointerId);
      slot.addEventListener('pointermove', follow, { signal: until });
      slot.addEventListener('pointerup', () => stop(true), { signal: until });
      slot.addEventListener('pointercancel', () => stop(false), { signal: until });
    },
  };
}

/** How a slot stands while another one passes: one place back, one ahead, or where it was. */
function aside(index: number, { from, to }: Drag): -1 | 0 | 1 {
  if (index > from && index <= to) return -1;
  return index < from && index >= to ? 1 : 0;
}
