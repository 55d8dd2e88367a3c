/** The extension API inside the pages and workers that tests evaluate code in. */
declare const chrome: typeof import('wxt/browser').browser;
