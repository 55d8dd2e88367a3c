import { beforeEach, expect, it, vi } from 'vitest';
import { setHeaderRule } from '@/lib/browser/header-rule';

const own = { id: '', url: '' };
const rules: { addRules: { condition: { initiatorDomains: string[] } }[] }[] = [];
/** What Firefox 153 calls a canonical domain; it throws at any other. */
const DOMAIN = /^[-a-z0-9.]+$/;

vi.mock('@/lib/browser/browser', () => ({
  browser: {
    runtime: {
      get id() {
        return own.id;
      },
      getURL: () => own.url,
    },
    declarativeNetRequest: {
      updateSessionRules: async (options: (typeof rules)[number]) => {
        rules.push(options);
      },
    },
  },
}));

beforeEach(() => {
  rules.length = 0;
});

it.each([
  [
    'Firefox, whose id is no domain',
    'second-take@second-take.example',
    'moz-extension://0b9f9d9a-6f3e-4d0c-9d5c-2f4c7f9c1a55/',
    '0b9f9d9a-6f3e-4d0c-9d5c-2f4c7f9c1a55',
  ],
  [
    'Chromium, whose id is the host',
    'abcdefghijklmnopabcdefghijklmnop',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/',
    'abcdefghijklmnopabcdefghijklmnop',
  ],
])('the rule reaches the calls from the extension’s own host in %s', async (_, id, url, host) => {
  Object.assign(own, { id, url });
  await setHeaderRule('api.example', 'https://labs.google');
  expect(rules[0]?.addRules[0]?.condition.initiatorDomains).toEqual([host]);
  expect(host).toMatch(DOMAIN);
});
