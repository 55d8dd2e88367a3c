import type { LibraryStore } from '@/components/store/library-store';
import { closeByEscape } from '../ui/popover';

/** Keys of the whole page: Ctrl or ⌘ with A chooses all that is shown, Esc closes and takes back. */
export function onLibraryKey(
  { choice, compared, opened }: LibraryStore,
  event: KeyboardEvent,
): void {
  if (event.defaultPrevented || event.isComposing || closeByEscape(event)) return;
  const isTogether = compared.takes.peek().length > 1;
  if (event.key === 'Escape' && isTogether) {
    event.preventDefault();
    compared.back();
  } else if (event.key === 'Escape') {
    const isInDetail = event.target instanceof Element && event.target.closest('.library-detail');
    const isOpen = opened.shown.peek() !== undefined;
    if (isOpen && (isInDetail || choice.chosen.peek().length === 0)) opened.close();
    else if (choice.chosen.peek().length > 0) choice.none();
    else return;
    event.preventDefault();
  } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    if (isTogether || event.altKey || event.shiftKey || isTyping(event.target)) return;
    event.preventDefault();
    choice.all();
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'search';
