import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const hosts = [
  // The page: its session, its clips, its context menu.
  'https://labs.google/*',
  // Flow's API: the only host that ever gets the token.
  'https://aisandbox-pa.googleapis.com/*',
  // Only to see that Google sent the account there, where nothing of ours works.
  'https://flow.google.com/*',
  // The clips themselves: length, preview, download.
  'https://storage.googleapis.com/*',
];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'downloads',
      'notifications',
      'storage',
    ],
    host_permissions: hosts,
    commands: {
      // Chromium keeps Alt Shift T for its own toolbar.
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      // Firefox opens its sidebar by itself, Chromium has no such command of its own.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_panel_command__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'second-take@second-take.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
});
