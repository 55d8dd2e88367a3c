import { signal } from '@preact/signals';

export type Network = ReturnType<typeof createNetwork>;

/** What the browser says of the network. */
export function createNetwork() {
  const isOnline = signal(navigator.onLine);
  const look = () => {
    isOnline.value = navigator.onLine;
  };
  addEventListener('online', look);
  addEventListener('offline', look);
  return {
    /** Whether the browser has a network, as it says itself. */
    isOnline,
    /** Reads again what the browser says. */
    look,
  };
}
