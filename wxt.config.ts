import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const hosts = [
  'https://labs.google/*',
  'https://aisandbox-pa.googleapis.com/*',
  'https://storage.googleapis.com/*',
];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()] }),
  manifest: {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '125',
    permissions: [
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'downloads',
      'notifications',
      'storage',
    ],
    host_permissions: hosts,
  },
});
