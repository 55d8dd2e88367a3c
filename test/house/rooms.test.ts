import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What every view may use of `lib`. */
const FOR_VIEWS = [
  ...['base', 'flow', 'sites', 'jobs', 'ledger', 'drafts', 'browser', 'text'],
  ...['video', 'playback', 'messaging', 'storage', 'library', 'files'],
].map((room) => `lib/${room}`);

/** The fields of the composer, which its forms share. */
const FORM = [
  'components/ui',
  'components/pictures',
  'components/store',
  'components/composer/fields',
];

/** Which room may import which, each only what stands above it; the table is explained in docs. */
const ROOMS: Record<string, readonly string[]> = {
  'lib/base': [],
  'lib/flow': ['lib/base'],
  // The wire of labs.google: what is sent there, and what its pages and its API answer.
  'lib/labs': ['lib/base', 'lib/flow'],
  // The wire of flow.google.com: what its page is answered, and what may be asked of it.
  'lib/flow-google': ['lib/base', 'lib/flow'],
  // The two sites as one: what is above knows only which it is, and what can be done there.
  'lib/sites': ['lib/base', 'lib/flow', 'lib/labs', 'lib/flow-google'],
  'lib/jobs': ['lib/base', 'lib/flow', 'lib/labs'],
  'lib/ledger': ['lib/flow', 'lib/jobs'],
  'lib/drafts': ['lib/base', 'lib/flow', 'lib/jobs', 'lib/ledger'],
  // The clips of a project put in order: what each was made from, its versions, what is looked for.
  'lib/library': ['lib/base', 'lib/flow', 'lib/jobs', 'lib/ledger', 'lib/drafts'],
  'lib/video': [],
  'lib/playback': ['lib/base', 'lib/video'],
  'lib/browser': ['lib/base'],
  'lib/messaging': [
    'lib/base',
    'lib/flow',
    'lib/sites',
    'lib/jobs',
    'lib/ledger',
    'lib/drafts',
    'lib/browser',
  ],
  'lib/text': [
    'lib/base',
    'lib/flow',
    'lib/jobs',
    'lib/ledger',
    'lib/drafts',
    'lib/library',
    'lib/video',
    'lib/messaging',
  ],
  'lib/storage': ['lib/base', 'lib/flow', 'lib/jobs', 'lib/ledger', 'lib/drafts'],
  'lib/capture': ['lib/base', 'lib/flow', 'lib/labs', 'lib/flow-google', 'lib/messaging'],
  'lib/session': ['lib/base', 'lib/flow', 'lib/labs', 'lib/sites', 'lib/messaging', 'lib/storage'],
  'lib/queue': ['lib/base', 'lib/flow', 'lib/labs', 'lib/jobs', 'lib/ledger', 'lib/drafts'],
  // Where files are, their names, and saving them: above the store and the browser, below the root.
  'lib/files': [
    'lib/base',
    'lib/flow',
    'lib/labs',
    'lib/jobs',
    'lib/ledger',
    'lib/drafts',
    'lib/library',
    'lib/storage',
    'lib/browser',
    'lib/queue',
  ],
  'lib/background': [
    ...[
      'base',
      'flow',
      'labs',
      'sites',
      'jobs',
      'ledger',
      'drafts',
      'messaging',
      'text',
      'storage',
    ],
    ...['browser', 'session', 'queue', 'files'],
  ].map((room) => `lib/${room}`),
  // The kit: it knows no store.
  'components/ui': ['lib/base', 'lib/flow', 'lib/jobs', 'lib/ledger', 'lib/drafts', 'lib/text'],
  'components/styles': [],
  'components/pictures': FOR_VIEWS,
  'components/store': FOR_VIEWS,
  'components/status': [...FOR_VIEWS, 'components/ui', 'components/store'],
  'components/composer/fields': [...FOR_VIEWS, 'components/ui', 'components/store'],
  'components/composer/extend': [...FOR_VIEWS, ...FORM],
  'components/composer/reshoot': [...FOR_VIEWS, ...FORM],
  'components/composer/upscale': [...FOR_VIEWS, ...FORM],
  'components/composer/references': [...FOR_VIEWS, ...FORM],
  'components/composer/prepare': [
    ...FOR_VIEWS,
    ...FORM,
    'components/composer/upscale',
    'components/composer/references',
  ],
  'components/composer': [
    ...[...FOR_VIEWS, ...FORM, 'components/status'],
    ...['extend', 'reshoot', 'upscale', 'references', 'prepare'].map(
      (form) => `components/composer/${form}`,
    ),
  ],
  'components/compare': [...FOR_VIEWS, 'components/ui', 'components/pictures', 'components/store'],
  'components/jobs': [
    ...FOR_VIEWS,
    ...['ui', 'pictures', 'store', 'status', 'compare'].map((room) => `components/${room}`),
  ],
  'components/ledger': [
    ...FOR_VIEWS,
    ...['styles', 'ui', 'pictures', 'store'].map((room) => `components/${room}`),
  ],
  'components/settings': [
    ...FOR_VIEWS,
    ...['styles', 'ui', 'store', 'status', 'ledger'].map((room) => `components/${room}`),
  ],
  'components/library': [
    ...FOR_VIEWS,
    ...['styles', 'ui', 'pictures', 'store', 'status', 'compare'].map(
      (room) => `components/${room}`,
    ),
  ],
  'components/app': [
    ...FOR_VIEWS,
    ...['styles', 'ui', 'store', 'status', 'composer', 'compare', 'jobs'].map(
      (room) => `components/${room}`,
    ),
  ],
  entrypoints: [
    ...['app', 'library', 'settings', 'status', 'store', 'styles'].map(
      (room) => `components/${room}`,
    ),
    ...['lib/background', 'lib/capture'],
  ],
};

const files = ['lib', 'components', 'entrypoints'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(top, name)),
);
const rooms = Object.keys(ROOMS);

/** The innermost room that a file lies in. */
const roomOf = (path: string): string | undefined =>
  rooms
    .filter((room) => path.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length)[0];

/** Files of the project that a file imports, from the top. */
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import) '((?:@|\.\.?)\/[^']+)'/g)].map(([, path = '']) =>
    path.startsWith('@/') ? path.slice(2) : posix.join(posix.dirname(file), path),
  );

it('no room stands above one that it imports', () => {
  for (const [index, room] of rooms.entries())
    for (const below of ROOMS[room] ?? [])
      expect(rooms.indexOf(below), `${room} imports ${below}`).toBeLessThan(index);
});

/** Ways to ask the database without a named query: what it is read with, its tables, their readers. */
const WAYS_AROUND = /['"](?:idb|[^'"\n]*\/storage\/(?:database|readers))(?:['"]|\/)/;

it('only storage asks the database itself', () => {
  const others = files.filter((file) => roomOf(file) !== 'lib/storage');
  expect(others.filter((file) => WAYS_AROUND.test(readFileSync(file, 'utf8')))).toEqual([]);
});

/** Modules that a file needs when it runs: all that it imports but types. */
const neededBy = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export) (?!type )(?:[^';]* from )?'([^']+)';$/gm)].map(
    ([, path = '']) => path,
  );

/** Packages that run where an entrypoint does, by whatever way they are imported. */
function packagesOf(entrypoint: string): string[] {
  const [reached, packages] = [new Set([entrypoint]), new Set<string>()];
  for (const file of reached)
    for (const path of neededBy(readFileSync(file, 'utf8')))
      if (!/^[@.]{1,2}\//.test(path)) packages.add(path);
      else if (path.startsWith('@/')) reached.add(`${path.slice(2)}.ts`);
      else reached.add(`${posix.join(posix.dirname(file), path)}.ts`);
  return [...packages].sort();
}

it('what runs in every Flow page brings no library of schemas', () => {
  expect(packagesOf('entrypoints/page.ts')).toEqual(['wxt/utils/define-unlisted-script']);
  expect(packagesOf('entrypoints/bridge.ts')).toEqual([
    ...['@webext-core/messaging', 'wxt/browser', 'wxt/utils/define-unlisted-script'],
  ]);
  expect(packagesOf('entrypoints/background.ts')).toContain('zod/mini');
});

it('no module is imported for what it does, but style sheets', () => {
  const bare = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^import '([^']+)';$/gm)].map(([, path]) => path),
  );
  expect(bare.length).toBeGreaterThan(40);
  expect(bare.filter((path) => !path?.endsWith('.css'))).toEqual([]);
});

it('every room has files', () => {
  const used = new Set(files.map(roomOf));
  expect(rooms.filter((room) => room !== 'components/styles' && !used.has(room))).toEqual([]);
});

/** The browser's API by another way than `lib/browser`: libraries that give it, and the global itself. */
const OTHER_DOORS = /['"](?:wxt\/browser|@wxt-dev\/browser|#imports)['"]|\bchrome\s*(?:\?\.|[.[])/;
/** Content scripts: they do without the polyfill, which every page of Flow would load. */
const CONTENT_SCRIPTS = ['lib/capture/bridge.ts'];

const filesThat = (pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(readFileSync(file, 'utf8')));

it('one file is the door to the browser’s API, but for content scripts', () => {
  expect(filesThat(/['"]webextension-polyfill/)).toEqual(['lib/browser/browser.ts']);
  expect(filesThat(OTHER_DOORS)).toEqual(CONTENT_SCRIPTS);
});

it('only its own room knows the door: others ask for what they need', () => {
  const inside = filesThat(/from '(?:\.|@\/lib\/browser)\/browser'/);
  expect(new Set(inside.map(roomOf))).toEqual(new Set(['lib/browser']));
});

describe.each(files)('%s', (file) => {
  const room = roomOf(file);
  const lines = readFileSync(file, 'utf8').split('\n');

  it('is in a room and imports only what the room may', () => {
    expect(room).toBeDefined();
    const allowed = [room ?? '', ...(ROOMS[room ?? ''] ?? [])];
    const wrong = importsOf(file, lines.join('\n')).filter((path) => {
      const from = roomOf(path);
      return from === undefined || !allowed.includes(from);
    });
    expect(wrong).toEqual([]);
    expect(lines.filter((line) => /from '\.\.\/\.\.\//.test(line))).toEqual([]);
  });

  it('is short enough to be read at once', () => {
    const most = room === 'entrypoints' ? 15 : 300;
    expect(lines.length - 1).toBeLessThanOrEqual(most);
  });
});
