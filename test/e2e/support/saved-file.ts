import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** A file that the browser has saved, whole: Chromium puts an empty one of its name there first. */
export async function savedFile(path: string): Promise<Buffer> {
  await expect.poll(() => (existsSync(path) ? readFileSync(path).length : 0)).toBeGreaterThan(0);
  return readFileSync(path);
}
