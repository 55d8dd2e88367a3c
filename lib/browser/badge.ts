import { browser } from './browser';

/** The badge: `!` when the person is needed, else the number of running jobs, else nothing. */
export async function showBadge(running: number, needsPerson: boolean): Promise<void> {
  const text = needsPerson ? '!' : running > 0 ? String(running) : '';
  await browser.action.setBadgeText({ text });
}
