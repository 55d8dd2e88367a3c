import { ACTIONS } from '@/lib/flow/action';
import { goBack } from '../composer/Footer';
import { change } from '../store/composer';
import { startOver } from '../store/problems';
import { sending } from '../store/send';
import { dropShortage, press, short } from '../store/short';
import { showComposer, view } from '../store/view';
import { closeByEscape } from '../ui/popover';

/** Keys of the whole popup or side panel: 1 to 4, Ctrl or ⌘ with Enter, Esc. */
export function onShellKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || closeByEscape(event)) return;
  if (event.key === 'Escape' && view.value === 'jobs') {
    event.preventDefault();
    showComposer();
  } else if (event.key === 'Escape' && sending.value.kind === 'asking') {
    event.preventDefault();
    goBack();
  } else if (event.key === 'Escape' && short.value) {
    event.preventDefault();
    dropShortage();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (view.value !== 'composer') return;
    event.preventDefault();
    press();
  } else {
    chooseByNumber(event);
  }
}

function chooseByNumber(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = ACTIONS[Number(event.key) - 1];
  if (!action || view.value !== 'composer') return;
  event.preventDefault();
  startOver();
  change({ action });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));
