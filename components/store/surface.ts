/** Whether this page is the side panel: it has room for composer and jobs at once. */
export const isPanel: boolean = globalThis.location?.pathname.startsWith('/sidepanel') ?? false;
