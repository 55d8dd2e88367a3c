import { warn } from '@/lib/base/log';
import { openOptions, ownUrl } from '@/lib/browser/extension';
import { openPage } from '@/lib/browser/own-page';
import { openSidePanel } from '@/lib/browser/side-panel';
import { bringToFront, openUrl, wakeTab } from '@/lib/browser/tabs';
import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import { FLOW_HOME } from '@/lib/labs/urls';
import { sendCommand } from '@/lib/messaging/client';

/** Opens Flow in a new tab; the popup closes by itself. */
export function openFlow(): void {
  follow(openUrl(FLOW_HOME));
}

/** Opens the front end that Google moves accounts to. */
export function openNewFlow(): void {
  follow(openUrl(`${NEW_FLOW_ORIGIN}/`));
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

/** Opens the side panel of this window beside what is shown. To be called in the click itself. */
export function showSidePanel(): void {
  follow(openSidePanel());
}

/** Opens the side panel of this window and closes the popup. To be called in the click itself. */
export function openPanel(): void {
  openSidePanel().then(close, (error: unknown) => warn('panel', error));
}
