/** What reached the browser, in order: how each was asked to answer, and its member. */
export const reached: string[] = [];

const ANSWERS: Record<string, unknown> = {
  'action.getPopup': 'popup.html',
  'commands.getAll': [],
  'declarativeNetRequest.getSessionRules': [],
  'downloads.download': 1,
  'downloads.search': [],
  'runtime.getContexts': [{ contextType: 'TAB', tabId: 5 }],
  'runtime.getURL': 'chrome-extension://own/',
  'permissions.contains': true,
  'permissions.request': true,
  'runtime.getManifest': { version: '1.2.3', host_permissions: ['https://labs.google/*'] },
  'tabs.get': { id: 5, windowId: 7, active: true },
  'tabs.query': [],
  'tabs.update': { id: 5, windowId: 7 },
  'windows.get': { state: 'normal' },
};

const runtime: Record<string, unknown> = { id: 'own' };

/** The next call that is answered by a callback fails, as Chromium says it. */
export function failNext(message: string): void {
  runtime.lastError = { message };
}

/** As in Chromium: given a callback it answers by that, else by a promise. */
const method =
  (path: string) =>
  (...args: unknown[]): unknown => {
    const done = args.at(-1);
    const answer = ANSWERS[path];
    if (typeof done !== 'function') {
      reached.push(path);
      return path.startsWith('runtime.getURL') || path.startsWith('runtime.getManifest')
        ? answer
        : Promise.resolve(answer);
    }
    reached.push(`${path} by callback`);
    queueMicrotask(() => {
      done(answer);
      delete runtime.lastError;
    });
    return undefined;
  };

const event = (path: string) => ({ addListener: () => reached.push(path) });

/** A namespace of the browser's API: events begin with `on`, all others are methods. */
const namespace = (name: string, members: string): Record<string, unknown> =>
  Object.fromEntries(
    members
      .split(' ')
      .map((member) => [member, (/^on[A-Z]/.test(member) ? event : method)(`${name}.${member}`)]),
  );

/** What Chromium gives an extension as `chrome`: the members that `lib/browser` uses, no others. */
export const chromium = {
  action: namespace('action', 'getPopup openPopup setBadgeText setPopup'),
  alarms: namespace('alarms', 'clear create get onAlarm'),
  commands: namespace('commands', 'getAll onCommand'),
  contextMenus: namespace('contextMenus', 'create onClicked removeAll update'),
  declarativeNetRequest: namespace('declarativeNetRequest', 'getSessionRules updateSessionRules'),
  downloads: namespace('downloads', 'cancel download erase onChanged onCreated removeFile search'),
  notifications: namespace('notifications', 'clear create onButtonClicked onClicked'),
  permissions: namespace('permissions', 'contains onAdded onRemoved request'),
  runtime: Object.assign(
    runtime,
    namespace(
      'runtime',
      'getContexts getManifest getPlatformInfo getURL onInstalled onStartup openOptionsPage',
    ),
  ),
  sidePanel: namespace('sidePanel', 'open'),
  storage: { local: namespace('storage.local', 'setAccessLevel') },
  tabs: namespace(
    'tabs',
    'create get onActivated onRemoved onReplaced onUpdated query reload update',
  ),
  windows: { WINDOW_ID_CURRENT: -2, ...namespace('windows', 'create get update') },
};
