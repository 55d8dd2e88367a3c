import { warn } from '@/lib/base/log';
import { openOptions, ownUrl } from '@/lib/browser/extension';
import { openPage } from '@/lib/browser/own-page';
import { openSidePanel } from '@/lib/browser/side-panel';
import { bringToFront, openUrl, wakeTab } from '@/lib/browser/tabs';
import { sendCommand } from '@/lib/messaging/client';
import { homeOf, projectPage } from '@/lib/sites/links';

/** Opens Flow in a new tab; Google sends an account on that has moved. The popup closes by itself. */
export function openFlow(): void {
  follow(openUrl(homeOf('labs.google')));
}

/** Opens flow.google.com, at a project where one is known. */
export function openNewFlow(projectId?: string): void {
  const site = 'flow.google.com';
  follow(openUrl(projectId === undefined ? homeOf(site) : projectPage(site, projectId)));
}

/** Brings a Flow tab to the front. */
export function showFlow(tabId: number): void {
  follow(bringToFront(tabId));
}

/** Wakes a Flow tab that the browser has put to sleep. */
export function wakeFlow(tabId: number): void {
  follow(wakeTab(tabId));
}

/** Reloads a Flow tab, so that the extension sees it from its beginning. */
export function reloadFlow(tabId: number): void {
  follow(sendCommand('reloadTab', { tabId }));
}

/** Opens the settings, or shows them where they are open. */
export function openSettings(): void {
  follow(openOptions());
}

/** Opens the library at a project, or at the one that it shows anyway. */
export function openLibrary(projectId: string | undefined): void {
  follow(openPage('/library.html', projectId === undefined ? '' : `#${projectId}`));
}

/** Opens the settings at the check of this extension's own parts. */
export function openSelfCheck(): void {
  follow(openUrl(`${ownUrl('/options.html')}#check`));
}

function follow(done: Promise<unknown>): void {
  done.catch((error: unknown) => warn('tabs', error));
}

/** What opens the side panel says: Firefox calls it a sidebar. */
export const PANEL_WORDS = import.meta.env.FIREFOX ? 'panel.openSidebar' : 'panel.open';

/** Opens the side panel of this window beside what is shown. To be called in the click itself. */
export function showSidePanel(): void {
  follow(openSidePanel());
}

/** Opens the side panel of this window and closes the popup. To be called in the click itself. */
export function openPanel(): void {
  openSidePanel().then(close, (error: unknown) => warn('panel', error));
}
