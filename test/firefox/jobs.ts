import type { Tab } from './tab';

/** So that a test need not wait ten seconds between two submits. */
export const setPace = (view: Tab): Promise<void> =>
  view.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));

/** Goes from the composer to the list of jobs. */
export async function showJobs(popup: Tab): Promise<void> {
  await popup.press('button', /^Jobs:/);
  await popup.says('Jobs', 'h2');
}
