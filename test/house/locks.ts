import { createMutex } from '@/lib/base/mutex';

/**
 * The browser's locks, as far as they are used here: Node has some from 24 on. One name, one at a
 * time.
 */
export function provideLocks(): void {
  if (globalThis.navigator?.locks) return;
  const lines = new Map<string, ReturnType<typeof createMutex>>();
  const request = (name: string, step: () => Promise<unknown>): Promise<unknown> => {
    const line = lines.get(name) ?? createMutex();
    lines.set(name, line);
    return line(step);
  };
  const navigator = globalThis.navigator ?? { userAgent: 'Node' };
  Object.defineProperty(navigator, 'locks', { value: { request } });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}
