import { effect } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { sendCommand } from '@/lib/messaging/client';
import type { Library } from './library';

/** Asks to look at balance and session of a tab again. */
export function refresh(tabId: number): void {
  sendCommand('refresh', { tabId }).catch((error: unknown) => warn('refresh', error));
}

/**
 * Looks at balance and session once when a tab comes into use, and again when the view is shown
 * again or the network is back.
 */
export function keepFresh({ tab }: Library): void {
  let last: number | undefined;
  effect(() => {
    const tabId = tab.value?.tabId;
    if (tabId === undefined || tabId === last) return;
    last = tabId;
    refresh(tabId);
  });
  const again = () => {
    if (document.visibilityState === 'visible' && last !== undefined) refresh(last);
  };
  document.addEventListener('visibilitychange', again);
  // Chromium tells pages that the network is back, but not its service workers (2026-11).
  addEventListener('online', again);
}
