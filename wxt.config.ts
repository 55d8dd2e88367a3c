import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { defineConfig } from 'wxt';
import { once } from './lib/base/once';
import { API_HOST, FILE_ORIGINS, FLOW_ORIGIN, NEW_FLOW_ORIGIN } from './lib/flow/hosts';
import { PAGES_POLICY } from './lib/flow/policy';

const hosts = [
  FLOW_ORIGIN,
  `https://${API_HOST}`,
  // The pages of the second site.
  NEW_FLOW_ORIGIN,
  // The clips themselves: length, preview, download.
  ...FILE_ORIGINS,
].map((origin) => `${origin}/*`);

const FLOW_PAGES = [`${FLOW_ORIGIN}/fx/*`, `${NEW_FLOW_ORIGIN}/*`];

/**
 * Modules are strict, and the one text that they are built into says so again: of a function that is
 * not, a script of the page that is called from it gets `caller` and, in a stack, the function itself.
 */
const strict = (code: string): string => {
  const body = /^(?:var \w+=|\()function\(\)\{([\s\S]*)\}\)?\(\);?$/.exec(code)?.[1];
  if (body === undefined) throw new Error('The script in the page is built in another form.');
  // As a function without a name of its own: the page's world has no variable of ours.
  return `(()=>{"use strict";${body}})();`;
};

/** A message's name as the sources write it: `jobs.title`. */
const WRITTEN = /'([a-zA-Z]+(?:\.[a-zA-Z]+)+)'/g;
/** A template that may make one: `move.${move}`. */
const MADE = /`((?:[\w.]|\$\{[^}`]*\})+)`/g;

/**
 * What messages are called in the build, by their own names: 2.9 KB less. Only those that the sources
 * write out are in here; one that a template may make keeps its name.
 */
const shortNames = once(async (): Promise<ReadonlyMap<string, string>> => {
  const sources = ['lib', 'components', 'entrypoints'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(top, name), 'utf8')),
  );
  const find = (pattern: RegExp) =>
    sources.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found));
  const templates = find(MADE)
    .filter((text) => text.includes('${'))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '\\w+')}$`));
  const written = new Set(find(WRITTEN));
  const names = (await parseMessagesFile('locales/en.yml'))
    .map(({ key }) => key.join('.'))
    .filter((name) => written.has(name) && !templates.some((made) => made.test(name)));
  // From a0 to zz: a browser does not tell capitals from small letters.
  return new Map(names.map((name, index) => [name, (index + 360).toString(36)]));
});

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  zip: {
    // What a reviewer of Mozilla's needs to build the same files, and no more: see SOURCE_CODE_REVIEW.md.
    includeSources: [
      ...['components', 'entrypoints', 'lib', 'locales', 'public'].map((top) => `${top}/**`),
      ...['LICENSE', 'SOURCE_CODE_REVIEW.md', 'package.json', 'package-lock.json'],
      ...['tsconfig.json', 'wxt.config.ts'],
    ],
  },
  hooks: {
    // Words under short names and without white space between them: 0.7 KB less.
    async 'build:done'({ config }, { publicAssets }) {
      if (config.command !== 'build') return;
      const short = new Map(
        [...(await shortNames())].map(([name, to]) => [name.replaceAll('.', '_'), to]),
      );
      for (const { fileName } of publicAssets) {
        if (!fileName.endsWith('messages.json')) continue;
        const file = join(config.outDir, fileName);
        const words = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
        const packed = words.map(([name, word]) => [short.get(name) ?? name, word]);
        writeFileSync(file, JSON.stringify(Object.fromEntries(packed)));
      }
    },
  },
  vite: ({ command }) => ({
    build: {
      // The oldest browsers that it is for: what they do themselves, such as light-dark(), is not written out.
      target: ['chrome127', 'firefox142'],
      // They load modules ahead by themselves: 0.3 KB less.
      modulePreload: { polyfill: false },
      // One sheet for all pages, which is packed by what its parts have in common: 0.9 KB less.
      cssCodeSplit: false,
      // 1.1 KB less than the built-in minifier, and 0.3 of the script in the page, for 5 s of a build.
      minify: 'terser',
      terserOptions: {
        module: true,
        ecma: 2020,
        compress: { passes: 3 },
        format: { comments: false },
      },
    },
    plugins: [
      preact(),
      command === 'build' && {
        name: 'short-message-names',
        enforce: 'pre',
        async transform(code, id) {
          if (!id.startsWith(import.meta.dirname) || id.includes('/node_modules/'))
            return undefined;
          const short = await shortNames();
          return code.replace(WRITTEN, (all, name) =>
            short.has(name) ? `'${short.get(name)}'` : all,
          );
        },
      },
      {
        // A package is replaced as a whole: its files need no digest in their names, which packing cannot
        // shorten. WXT sets the names last.
        name: 'names-without-digest',
        outputOptions: (options) => ({
          ...options,
          chunkFileNames: 'chunks/[name].js',
          assetFileNames: 'assets/[name].[ext]',
        }),
      },
      {
        // Without it an error of the page, with our frame in its stack, would show the extension's id.
        name: 'unnamed-page-script',
        enforce: 'post',
        generateBundle(_, bundle) {
          for (const file of Object.values(bundle))
            if (file.type === 'chunk' && file.fileName === 'page.js')
              file.code = `${strict(file.code.trimEnd())}\n//# sourceURL=f\n`;
        },
      },
    ],
  }),
  manifest: ({ browser, command }) => ({
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
    // The server of `npm run dev` brings its own connections.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGES_POLICY } }),
    content_scripts: [
      // Before the script in the page's own world, which asks this one for its port.
      { matches: FLOW_PAGES, run_at: 'document_start', js: ['bridge.js'] },
      { matches: FLOW_PAGES, run_at: 'document_start', js: ['page.js'], world: 'MAIN' },
    ],
    commands: {
      // Chromium keeps Alt Shift T for its own toolbar. Firefox 153 opens its History with Alt Shift S.
      _execute_action: {
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+K' : 'Alt+Shift+S' },
      },
      // Firefox opens its sidebar by itself, Chromium has no such command of its own. Chromium 156 keeps
      // Alt Shift P for groups of tabs: a command that asks for it is given no key.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+D' },
        description:
          browser === 'firefox' ? '__MSG_panel_sidebarCommand__' : '__MSG_panel_command__',
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
      : {
          minimum_chrome_version: '127',
          // As Firefox does it: to pass on an answer of 1 MB costs the page half of what it costs as
          // JSON. Known from Chrome 148 on; one before it passes over the key and sends JSON.
          message_serialization: 'structured_clone',
        }),
  }),
});
