import { effect } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { sendCommand } from '@/lib/message/send';
import { tab } from './library';

/** Asks once, when the tab is known, to look at balance and session again. */
export function refreshOnce(): void {
  let asked = false;
  effect(() => {
    if (asked || !tab.value) return;
    asked = true;
    const { tabId } = tab.value;
    sendCommand('refresh', { tabId }).catch((error: unknown) => warn('refresh', error));
  });
}
