const LEAP = 10;

/** Ten steps of a native slider with Shift and an arrow; by itself it would take one. */
export function leap(event: KeyboardEvent, go: (by: number) => void): void {
  const { key, shiftKey } = event;
  const by = { ArrowRight: LEAP, ArrowUp: LEAP, ArrowLeft: -LEAP, ArrowDown: -LEAP }[key];
  if (!shiftKey || by === undefined) return;
  event.preventDefault();
  go(by);
}
