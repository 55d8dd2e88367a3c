import type { Page } from '@playwright/test';
import type { Launched } from '../../browsers/launch';

/** What the user can choose in Chromium under “Site access” of an extension. */
type SiteAccess = 'ON_CLICK' | 'ON_ALL_SITES';

interface Developer {
  readonly updateExtensionConfiguration: (wanted: {
    readonly extensionId: string;
    readonly hostAccess: SiteAccess;
  }) => Promise<void>;
}

/** Chooses it where the user does: on the page of extensions, whose own API alone can. */
export async function setSiteAccess(
  { context, extensionId }: Pick<Launched, 'context' | 'extensionId'>,
  hostAccess: SiteAccess,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (wanted) => {
      const { developerPrivate }: { developerPrivate?: Developer } = Object(chrome);
      if (!developerPrivate) throw new Error('Chromium has no developerPrivate here');
      await developerPrivate.updateExtensionConfiguration(wanted);
    },
    { extensionId, hostAccess },
  );
  await page.close();
}

/**
 * Answers the browser's own question with no; it is no page, and cannot be pressed from here. What the
 * browser is asked is kept as `asked` of that page.
 */
export const refuseSites = (popup: Page): Promise<void> =>
  popup.evaluate(() => {
    const asked: unknown[] = [];
    const request = async (wanted: unknown, done?: (isGiven: boolean) => void) => {
      asked.push(wanted);
      done?.(false);
      return false;
    };
    // Chromium 156 has a `browser` of its own, which the polyfill then gives.
    for (const api of [chrome, Object(window).browser])
      if (api?.permissions) Object.assign(api.permissions, { request });
    Object.assign(window, { asked });
  });
