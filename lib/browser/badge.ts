import { browser } from './browser';

/** The badge: `!` when the user is needed, else the number of running jobs, else nothing. */
export async function showBadge(running: number, needsUser: boolean): Promise<void> {
  const text = needsUser ? '!' : running > 0 ? String(running) : '';
  await browser.action.setBadgeText({ text });
}
