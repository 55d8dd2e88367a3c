import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BROWSERS, type Browser } from './packages';
import { directivesOf, readManifest } from './read-manifest';
import { explainedPermissions } from './readme-permissions';

const { hosts, permissions } = explainedPermissions();
/** Firefox shows its sidebar without being asked. */
const CHROMIUM_ONLY = ['sidePanel'];

const FLOW_PAGES = ['https://labs.google/fx/*', 'https://flow.google.com/*'];
const FILES = ['https://storage.googleapis.com', 'https://flow-content.google'];
const MEDIA = ["'self'", 'blob:', 'https://labs.google', ...FILES];

/** What stands in all three. A key that is not named here or below is in none. */
const COMMON = [
  ...['action', 'background', 'commands', 'content_scripts', 'content_security_policy'],
  ...['default_locale', 'description', 'host_permissions', 'icons', 'manifest_version', 'name'],
  ...['options_ui', 'permissions', 'version'],
];
const OWN = {
  chromium: ['message_serialization', 'minimum_chrome_version', 'side_panel'],
  firefox: ['browser_specific_settings', 'sidebar_action'],
};
const panelKey = (words: string) => ({
  suggested_key: { default: 'Alt+Shift+D' },
  description: `__MSG_panel_${words}__`,
});

const isFirefox = (browser: Browser): boolean => browser === 'firefox';

it('README explains each permission and each host once', () => {
  const names = [...permissions, ...hosts];
  expect(names.length).toBeGreaterThan(5);
  expect([...new Set(names)]).toEqual(names);
});

it('a permission that two rows or no row of README explain is found', () => {
  const table =
    '\n## Permissions\n\n| permission | why |\n|---|---|\n| `a`, `b.c` | `d` |\n| `a` | x |\n## More\n| `e` |';
  expect(explainedPermissions(table)).toEqual({ hosts: ['b.c'], permissions: ['a', 'a'] });
});

describe.each(BROWSERS)('the package for %s', (browser) => {
  const manifest = readManifest(browser);

  it('has the permissions that README explains, and no other', () => {
    const expected = permissions.filter(
      (name) => !(isFirefox(browser) && CHROMIUM_ONLY.includes(name)),
    );
    expect([...manifest.permissions].sort()).toEqual([...expected].sort());
  });

  it('may reach the hosts that README explains, and no other', () => {
    const expected = hosts.map((host) => `https://${host}/*`);
    expect([...manifest.host_permissions].sort()).toEqual([...expected].sort());
  });

  it('says nothing else: nothing for the web to load, to connect to or to ask for later', () => {
    const own = isFirefox(browser) ? OWN.firefox : OWN.chromium;
    expect(Object.keys(manifest).sort()).toEqual([...COMMON, ...own].sort());
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('has two content scripts, in pages of Flow alone, the isolated one first', () => {
    const run = { matches: FLOW_PAGES, run_at: 'document_start' };
    expect(manifest.content_scripts).toEqual([
      { ...run, js: ['bridge.js'] },
      { ...run, js: ['page.js'], world: 'MAIN' },
    ]);
  });

  it('has two commands', () => {
    expect(manifest.commands).toEqual({
      _execute_action: {
        suggested_key: { default: isFirefox(browser) ? 'Alt+Shift+K' : 'Alt+Shift+S' },
      },
      ...(isFirefox(browser)
        ? { _execute_sidebar_action: panelKey('sidebarCommand') }
        : { 'open-panel': panelKey('command') }),
    });
  });

  it('has a policy that takes scripts from the package and files from Flow’s hosts alone', () => {
    expect(directivesOf(manifest.content_security_policy.extension_pages)).toEqual({
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'img-src': [...MEDIA, 'https://flow.google.com', 'data:'],
      'media-src': MEDIA,
      'connect-src': [...MEDIA, 'https://aisandbox-pa.googleapis.com'],
      'font-src': ["'self'"],
      'frame-src': ["'none'"],
      'form-action': ["'none'"],
      'base-uri': ["'none'"],
    });
  });

  it('is for the browsers that README names, and for no older ones', () => {
    const gecko = {
      id: 'second-take@second-take.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    };
    expect(manifest.minimum_chrome_version).toBe(isFirefox(browser) ? undefined : '127');
    expect(manifest.browser_specific_settings).toEqual(isFirefox(browser) ? { gecko } : undefined);
    const readme = readFileSync('README.md', 'utf8');
    const oldest = [...readme.matchAll(/(Chrome|Firefox) (\d+) or later/g)];
    expect(oldest.map(([all]) => all)).toContain('Chrome 127 or later');
    for (const [, name, version] of oldest) expect(version).toBe(name === 'Chrome' ? '127' : '142');
  });
});
