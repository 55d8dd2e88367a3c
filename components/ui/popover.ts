/**
 * Esc closes what lies on top of a page first, wherever the focus is: a menu has it only a moment
 * after it opened. The browser would close the whole popup along with it.
 *
 * @returns whether there was something to close
 */
export function closeByEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false;
  const open = document.querySelector<HTMLElement>(':popover-open');
  if (!open) return false;
  event.preventDefault();
  open.hidePopover();
  return true;
}
