import { openUrl } from '@/lib/browser/tabs';
import { projectPage } from '@/lib/sites/links';
import { liveTabs } from '@/lib/storage/items';
import { showFlow } from './tabs';

/** Brings the tab of a project to the front, or opens one on the site that was heard from last. */
export async function showInFlow(projectId: string): Promise<undefined> {
  const tabs = Object.values(await liveTabs.get()).sort((one, other) => other.seenAt - one.seenAt);
  const open = tabs.find((tab) => tab.projectId === projectId);
  if (open) showFlow(open.tabId);
  else await openUrl(projectPage(tabs[0]?.site ?? 'labs.google', projectId));
}
