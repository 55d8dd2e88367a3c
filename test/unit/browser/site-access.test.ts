import { beforeEach, expect, it, vi } from 'vitest';
import { askForSites, missingSites, onSiteAccess } from '@/lib/browser/site-access';

const SITES = ['https://labs.google/*', 'https://aisandbox-pa.googleapis.com/*'];
const given = new Set<string>();
const asked: unknown[] = [];
const listeners: (() => void)[] = [];
const manifest: { host_permissions?: readonly string[] } = {};

vi.mock('@/lib/browser/browser', () => ({
  browser: {
    runtime: { getManifest: () => manifest },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((site) => given.has(site)),
      request: async (wanted: unknown) => {
        asked.push(wanted);
        return true;
      },
      onAdded: { addListener: (listener: () => void) => listeners.push(listener) },
      onRemoved: { addListener: (listener: () => void) => listeners.push(listener) },
    },
  },
}));

beforeEach(() => {
  given.clear();
  asked.length = 0;
  manifest.host_permissions = SITES;
});

it('every site of the manifest is missing that the browser does not give, in its order', async () => {
  expect(await missingSites()).toEqual(SITES);
  given.add('https://labs.google/*');
  expect(await missingSites()).toEqual(['https://aisandbox-pa.googleapis.com/*']);
  given.add('https://aisandbox-pa.googleapis.com/*');
  expect(await missingSites()).toEqual([]);
});

it('nothing is missing of a manifest without sites', async () => {
  delete manifest.host_permissions;
  expect(await missingSites()).toEqual([]);
});

it('the browser is asked in the call itself, with nothing awaited before, for these sites alone', () => {
  void askForSites(['https://labs.google/*']);
  expect(asked).toEqual([{ origins: ['https://labs.google/*'] }]);
});

it('a site that is given and one that is taken back are both told', () => {
  const changed = vi.fn();
  onSiteAccess(changed);
  for (const listener of listeners) listener();
  expect(changed.mock.calls).toEqual([[], []]);
});
