import type { ViewStore } from '@/components/store/view-store';
import { ACTIONS } from '@/lib/flow/action';
import { closeByEscape } from '../ui/popover';

/** Keys of the whole popup or side panel: 1 to 4, Ctrl or ⌘ with Enter, Esc. */
export function onShellKey(store: ViewStore, event: KeyboardEvent): void {
  const { capability, creditCheck, navigation, preparing, sending } = store;
  if (event.defaultPrevented || event.isComposing || closeByEscape(event)) return;
  if (event.key === 'Escape' && navigation.view.value === 'jobs') {
    event.preventDefault();
    navigation.showComposer();
  } else if (event.key === 'Escape' && sending.state.value.kind === 'asking') {
    event.preventDefault();
    sending.goBack();
  } else if (event.key === 'Escape' && creditCheck.lacking.value) {
    event.preventDefault();
    creditCheck.goBack();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (navigation.view.value !== 'composer') return;
    event.preventDefault();
    if (capability.value.kind === 'prepare') void preparing.open();
    else creditCheck.press();
  } else {
    chooseByNumber(store, event);
  }
}

function chooseByNumber(
  { composer, navigation, validation }: ViewStore,
  event: KeyboardEvent,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = ACTIONS[Number(event.key) - 1];
  if (!action || navigation.view.value !== 'composer') return;
  event.preventDefault();
  validation.startOver();
  composer.change({ action });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));
