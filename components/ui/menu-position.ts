const EDGE = 8;
const GAP = 4;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a menu lies in the window: under its button, above it where there is more room, its end at
 * the button's end, and never beyond an edge. All in CSS px from the top left.
 */
export function positionMenu(
  button: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>,
  menu: Size,
  window: Size,
  isRightToLeft: boolean,
): { readonly top: number; readonly left: number } {
  const fitsBelow = button.bottom + GAP + menu.height <= window.height - EDGE;
  const isRoomier = window.height - button.bottom >= button.top;
  const top = fitsBelow || isRoomier ? button.bottom + GAP : button.top - GAP - menu.height;
  const left = isRightToLeft ? button.left : button.right - menu.width;
  return {
    top: within(top, window.height - menu.height),
    left: within(left, window.width - menu.width),
  };
}

const within = (value: number, room: number): number =>
  Math.max(EDGE, Math.min(value, room - EDGE));
