import { signal } from '@preact/signals';

/** Whether the browser has a network, as it says itself. */
export const isOnline = signal(navigator.onLine);

/** Reads again what the browser says of the network. */
export function lookAtNetwork(): void {
  isOnline.value = navigator.onLine;
}

addEventListener('online', lookAtNetwork);
addEventListener('offline', lookAtNetwork);
