import { openUrl } from '@/lib/browser/tabs';
import { FLOW_HOME } from '@/lib/labs/urls';
import { liveTabs } from '@/lib/storage/items';
import { showFlow } from './tabs';

/** Brings the tab of a project to the front, or opens one. */
export async function showInFlow(projectId: string): Promise<undefined> {
  const open = Object.values(await liveTabs.get()).find((tab) => tab.projectId === projectId);
  if (open) showFlow(open.tabId);
  else await openUrl(`${FLOW_HOME}/project/${projectId}`);
}
