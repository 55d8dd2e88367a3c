import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 50;

/**
 * Removes a folder that a browser has just left. A file that it still writes meanwhile makes Node's
 * own retries useless: they empty the folder once, and then only try to remove it.
 */
export async function removeFolder(folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      await wait(100);
    }
}
