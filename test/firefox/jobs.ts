import { CLIPS } from '../twin/world';
import type { Tab } from './tab';

/** So that a test need not wait ten seconds between two submits. */
export const setPace = (view: Tab): Promise<void> =>
  view.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));

/** Goes from the composer to the list of jobs. */
export async function showJobs(popup: Tab): Promise<void> {
  await popup.press('button', /^Jobs:/);
  await popup.says('Jobs', 'h2');
}

/** Sends one reshoot of the witch, with the move High, and shows the jobs. */
export async function reshootOnce(popup: Tab): Promise<void> {
  await setPace(popup);
  await popup.press('radio', 'Reshoot');
  await popup.press('radio', new RegExp(`^${CLIPS.witch.title}, landscape`));
  await popup.press('checkbox', 'High');
  await popup.press('button', /^Reshoot 1 move ·/);
  await showJobs(popup);
}
