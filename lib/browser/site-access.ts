import { browser } from './browser';

/*
 * Which sites the browser lets this extension on. Firefox shows those of the manifest at installation
 * (from 127 on) and lets people take each back at any time; those that an update adds it does not
 * give by itself (MDN, host_permissions, read 2026-11). Chromium gives all, and people can withhold
 * them under “Site access”.
 */

/**
 * The sites of the manifest that the browser does not give at this moment.
 *
 * @returns match patterns, such as `https://labs.google/*`
 */
export async function missingSites(): Promise<string[]> {
  const { host_permissions: sites = [] } = browser.runtime.getManifest();
  const given = await Promise.all(
    sites.map((site) => browser.permissions.contains({ origins: [site] })),
  );
  return sites.filter((_, index) => !given[index]);
}

/**
 * Has the browser ask the user for sites of the manifest. To be called in the click itself, with
 * nothing awaited before: Firefox takes it from nowhere else.
 *
 * @returns whether they are given now
 */
export const askForSites = (sites: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...sites] });

/**
 * Registers what happens when sites were given or taken back. The background calls it synchronously
 * at the start.
 */
export function onSiteAccess(changed: () => void): void {
  browser.permissions.onAdded.addListener(() => changed());
  browser.permissions.onRemoved.addListener(() => changed());
}
