import { expect, it } from 'vitest';
import { mediaKeyOf } from '@/lib/flow/file-url';
import { API_HOST, FILE_ORIGINS, FLOW_ORIGIN, NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import { PAGES_POLICY } from '@/lib/flow/policy';
import { CREDITS_URL } from '@/lib/labs/urls';

const directives = new Map(
  PAGES_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);
const KNOWN = new Set<string>([
  FLOW_ORIGIN,
  NEW_FLOW_ORIGIN,
  `https://${API_HOST}`,
  ...FILE_ORIGINS,
]);

it('the content security policy lets pages of the extension load from Flow’s hosts alone', () => {
  for (const name of ['img-src', 'media-src', 'connect-src'])
    expect(directives.get(name)).toEqual(expect.arrayContaining([FLOW_ORIGIN, ...FILE_ORIGINS]));
  for (const source of [...directives.values()].flat())
    expect(/^('self'|'none'|blob:|data:)$/.test(source) || KNOWN.has(source)).toBe(true);
  expect(directives.get('connect-src')).not.toContain('data:');
});

it('the content security policy lets the worker call the one host of the API', () => {
  expect(directives.get('connect-src')).toContain(new URL(CREDITS_URL).origin);
  expect(new URL(CREDITS_URL).host).toBe(API_HOST);
});

it('the content security policy lets no script come from anywhere else, nor be written in a page', () => {
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('object-src')).toEqual(["'none'"]);
});

it.each([
  'https://storage.googleapis.com.example.com/ai-sandbox-videofx/video/a',
  'https://example.com/video/a',
  'https://storage.googleapis.com/another-bucket/video/a',
  'https://flow-content.google/video/a/b',
  'https://flow-content.google:8443/video/a',
  'http://flow-content.google/video/a',
  'https://user@labs.google/fx/api/trpc/other?name=a',
  'data:video/mp4;base64,AAAA',
])('knows no file of Flow at %s', (url) => {
  expect(mediaKeyOf(url)).toBeUndefined();
});
