import { vi } from 'vitest';

/** Far longer than any machine needs: what is waited for ends the wait as soon as it is so. */
const LIMIT_MS = 20_000;

/**
 * Waits until a check passes. Fake timers go on meanwhile. Vitest's own limit of one second was
 * passed once on a busy machine.
 *
 * @returns what the check gave back
 * @throws the last error of the check
 */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: LIMIT_MS });
