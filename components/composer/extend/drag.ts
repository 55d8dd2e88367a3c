/** How far a pointer has to go before a press is a drag, in pixels. */
const SLOP = 3;

interface Drag {
  /** So many frames from where the pointer went down, at every move. */
  readonly onMove: (by: number) => void;
  /** The pointer went up where it went down. */
  readonly onPress?: () => void;
}

/** Follows a pointer that went down on an element of the strip, in frames of the clip. */
export function followDrag(event: PointerEvent, perPixel: number, { onMove, onPress }: Drag): void {
  const element = event.currentTarget;
  if (!(element instanceof HTMLElement) || event.button !== 0) return;
  const from = event.clientX;
  let isDrag = false;
  const end = new AbortController();
  const { signal } = end;
  element.setPointerCapture(event.pointerId);
  const move = ({ clientX }: PointerEvent) => {
    isDrag ||= Math.abs(clientX - from) >= SLOP;
    if (isDrag) onMove(Math.round((clientX - from) * perPixel));
  };
  const up = () => {
    end.abort();
    if (!isDrag) onPress?.();
  };
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', () => end.abort(), { signal });
}

/** Frames for each pixel along the track that an element lies on; negative from right to left. */
export function perPixel(element: Element, frames: number): number {
  const width = element.closest('.track')?.clientWidth ?? 0;
  return width === 0 ? 0 : ((isRightToLeft() ? -1 : 1) * frames) / width;
}

/** Whether the page runs from right to left, and the strip with it. */
export const isRightToLeft = (): boolean => document.dir === 'rtl';
