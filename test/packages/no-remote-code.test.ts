import { describe, expect, it } from 'vitest';
import { BROWSERS, packagePath, packedFiles } from './packages';

/** Ways to run what does not lie in the package as a script. */
const REMOTE: Readonly<Record<string, RegExp>> = {
  'a text run as code': /(?<![.\w$])eval\s*\(|\beval\.call|\(0,\s*eval\)/,
  'a function made of a text': /\bFunction\b(?!\.(?:prototype|call)\b)/,
  'a text run by a timer': /\bset(?:Timeout|Interval)\(\s*["'`]/,
  'a script that a worker loads': /\bimportScripts\b/,
  'a module that is chosen while running': /\bimport\s*\((?!\s*["'`]\.{0,2}\/)/,
  'a module of another host': /\b(?:from|import)\s*["'`](?:\w+:)?\/\//,
  'a script that is put into a page':
    /createElement\(\s*["'`]script|executeScript|userScripts\.|registerContentScripts/,
  'a worker of its own': /\bnew (?:Shared)?Worker\b/,
  'code of another kind': /\bWebAssembly\b/,
};
/** What a page of the extension loads: of the package, or of its own text. */
const LOADED = /<(?:script|link|iframe|object|embed)\b[^>]*?\b(?:src|href|data)="([^"]*)"/g;

/** The polyfill's table of the browser's API names what the browser has, and calls none of it. */
const NAMED_ONLY = /(?:executeScript|registerContentScripts|userScripts):\{/g;

const remoteIn = (script: string): string[] =>
  Object.entries(REMOTE)
    .filter(([, pattern]) => pattern.test(script.replaceAll(NAMED_ONLY, '')))
    .map(([name]) => name);

const loadedBy = (page: string): string[] => [...page.matchAll(LOADED)].map(([, url = '']) => url);

describe.each(BROWSERS)('the package for %s', (browser) => {
  const texts = [...packedFiles(packagePath(browser))].map(
    ([name, bytes]) => [name, Buffer.from(bytes).toString()] as const,
  );

  it('holds no script that runs what is not in the package', () => {
    const scripts = texts.filter(([name]) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap(([name, text]) => remoteIn(text).map((way) => `${name}: ${way}`));
    expect(found).toEqual([]);
  });

  it('holds pages that load files of the package, and no script of their own text', () => {
    const pages = texts.filter(([name]) => name.endsWith('.html'));
    expect(pages).toHaveLength(4);
    const names = new Set(texts.map(([name]) => `/${name}`));
    for (const [name, text] of pages) {
      expect(loadedBy(text).length, name).toBeGreaterThan(0);
      expect(
        loadedBy(text).filter((url) => !names.has(url)),
        name,
      ).toEqual([]);
      expect(text.match(/<script(?![^>]*\bsrc=)/g), name).toBeNull();
    }
  });
});

it.each([
  ['eval("1")', 'a text run as code'],
  ['const F=Function;new F("")', 'a function made of a text'],
  ['new Function("return 1")', 'a function made of a text'],
  ['setTimeout("go()", 1)', 'a text run by a timer'],
  ['importScripts("a.js")', 'a script that a worker loads'],
  ['import(name)', 'a module that is chosen while running'],
  ['import("https://a.example/b.js")', 'a module that is chosen while running'],
  ['import"https://a.example/b.js"', 'a module of another host'],
  ['import{a}from"//a.example/b.js"', 'a module of another host'],
  ['d.createElement("script")', 'a script that is put into a page'],
  ['scripting.executeScript({})', 'a script that is put into a page'],
  ['new Worker(url)', 'a worker of its own'],
  ['WebAssembly.compile(x)', 'code of another kind'],
])('in %s is found: %s', (script, way) => {
  expect(remoteIn(script)).toEqual([way]);
});

it('of a page every file is found that it loads', () => {
  const page =
    '<link rel="stylesheet" href="/a.css"><script type="module" src="https://a.example/b.js">';
  expect(loadedBy(page)).toEqual(['/a.css', 'https://a.example/b.js']);
});
