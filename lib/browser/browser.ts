/**
 * The one door to the browser's API: promises in every browser, of which Firefox's is given as it is
 * and Chromium's is wrapped. What the polyfill does not know it passes on unwrapped. Content scripts
 * do not come through here: each page of Flow would load it.
 */

export type { Commands, Downloads, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';

/* The types are Firefox's. What is missing in them, each as narrow as it is used: */

declare module 'webextension-polyfill' {
  /** Chromium only. */
  const sidePanel: {
    open(options: { readonly tabId: number } | { readonly windowId: number }): Promise<void>;
  };
}

declare module 'webextension-polyfill/namespaces/storage' {
  namespace Storage {
    interface StorageArea {
      /** Chromium only. */
      setAccessLevel?(options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
    }
  }
}

declare module 'webextension-polyfill/namespaces/tabs' {
  namespace Tabs {
    interface Tab {
      /** Chromium only, from 132 on. */
      frozen?: boolean;
    }
  }
}

declare module 'webextension-polyfill/namespaces/notifications' {
  namespace Notifications {
    interface CreateNotificationOptions {
      /** Chromium only: Firefox refuses them. */
      buttons?: { readonly title: string }[];
    }
  }
}
