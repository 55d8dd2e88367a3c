import { type ReadonlySignal, signal } from '@preact/signals';
import { SECOND_MS } from '@/lib/base/time';

/** The present in epoch ms, renewed every second: running times and countdowns read it. */
export function createClock(): ReadonlySignal<number> {
  const now = signal(Date.now());
  setInterval(() => {
    now.value = Date.now();
  }, SECOND_MS);
  return now;
}
