import { type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { askForSites, missingSites, onSiteAccess } from '@/lib/browser/site-access';

/** The sites that the browser keeps us from, followed. */
export interface SiteAccess {
  /** Match patterns of the manifest; undefined until the browser was asked once. */
  readonly missing: ReadonlySignal<readonly string[] | undefined>;
  /** Whether the user was asked here and did not allow them. */
  readonly isRefused: ReadonlySignal<boolean>;
  /** Has the browser ask the user for what is missing. To be called in the click itself. */
  readonly ask: () => void;
}

export function createSiteAccess(): SiteAccess {
  const missing = signal<readonly string[] | undefined>(undefined);
  const isRefused = signal(false);
  const report = (error: unknown) => warn('site access', error);
  const look = () => {
    missingSites()
      .then((sites) => {
        missing.value = sites;
        if (sites.length === 0) isRefused.value = false;
      })
      .catch(report);
  };
  look();
  onSiteAccess(look);
  return {
    missing,
    isRefused,
    ask() {
      askForSites(missing.peek() ?? [])
        .then((isGiven) => {
          isRefused.value = !isGiven;
        })
        .catch(report);
    },
  };
}
