import { browser } from './browser';

/** Registers what happens after an installation or an update. Call it synchronously at the start. */
export function onInstalled(installed: () => void): void {
  browser.runtime.onInstalled.addListener(() => installed());
}
