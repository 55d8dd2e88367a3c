import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Where a type is claimed and not proved, and why. */
const CASTS: Record<string, string> = {
  'lib/capture/natives.ts': 'a check would take bytes that the page script has not',
};
const AT_MOST = 5;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/;
const TEMPLATE = /`(?:[^`\\]|\\[\s\S])*`/;
/** Only where no division can stand: its quotes and slashes open nothing. */
const PATTERN =
  /(?<=(?:[(,=:[!&|?{;]|=>|\breturn)\s*)\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//;
const NO_CODE = new RegExp(
  [COMMENT, STRING, TEMPLATE, PATTERN].map(({ source }) => source).join('|'),
  'g',
);
/** Its `as` gives a name. */
const NAMES = /^(?:import\s[^;(]*|export\s+(?:type\s+)?[{*][^;]*);/gm;

/** Takes a part away, but not its lines. */
const blank = (part: string): string => part.replace(/[^\n]+/g, ' ');

/** What is run or typed: without comments, texts, and the names of imports. The lines stay. */
const codeOf = (text: string): string =>
  text
    .replace(NO_CODE, (part) =>
      part.startsWith('`')
        ? // What stands between the braces is code, wherever it ends.
          part.replace(/(^|\})[^}]*?(\$\{|`$)/g, (words) => `;${blank(words)};`)
        : `${part.startsWith('/') ? '' : '0'}${blank(part)}`,
    )
    .replace(NAMES, blank);

/** `x as T`, and its older spelling `<T>x`. */
const CAST = /(?<=[\w)\]}]\s+)as\s+(?!const\b)|(?<=[=(,?:>]\s*|return\s+)<[\w.[\], |]+>\s*[\w{[]/g;

/** The lines of a text in which a type is cast, from 0; twice where it is done twice. */
function castsIn(text: string, isJsx = false): number[] {
  const code = codeOf(text);
  return [...code.matchAll(CAST)]
    .filter(([found]) => !isJsx || found.startsWith('as'))
    .map(({ index }) => code.slice(0, index).split('\n').length - 1);
}

const found = ['lib', 'components', 'entrypoints']
  .flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(top, name).replaceAll('\\', '/')),
  )
  .flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return castsIn(text, file.endsWith('x')).map((line) => ({ file, line, text }));
  });

describe('a cast', () => {
  it('stands only where nothing proves the type, at most five times in all', () => {
    expect([...new Set(found.map(({ file }) => file))].sort()).toEqual(Object.keys(CASTS).sort());
    expect(found.length).toBeLessThanOrEqual(AT_MOST);
  });

  it('has its reason on the line above', () => {
    const above = found.map(({ text, line }) => text.split('\n')[line - 1]?.trim());
    for (const reason of above) expect(reason).toMatch(/^\/\/ .{20,}/);
  });

  it.each([
    'const a = b as C;',
    'const a = b as unknown as C;',
    'call(b as C, { d } as E);',
    'const a = (b\n  as C);',
    'const a = /[\'"`]/.test(b) && c as D;',
    "const a = 'it’s' + (b as C);",
    `const a = "'" + b as C;`,
    'const a = `b $' + '{(c as D).e} f`;',
    'export const a = b as C;',
    'export default a as B;',
    "const a = b.replace(/\\/\\//g, '') as C;",
    'const a = [] as C[];',
    'const a = <B>c;',
    'return <B[]>[];',
  ])('is found in %s', (text) => {
    expect(castsIn(text).length).toBeGreaterThan(0);
  });

  it.each([
    'const a = [1] as const;',
    "import * as z from 'zod/mini';",
    "import { a as b, type C as D } from './e';",
    "import {\n  a as b,\n} from './c';",
    "export { a as b } from './c';",
    'export type { A as B };',
    "export * as a from './b';",
    '// a as B\nconst b = 1;',
    '/* a as B */',
    '/** taken as a whole,\n * and as one */',
    "const a = 'b as C';",
    'const a = `b as C $' + '{d} as E`;',
    'const a = /b as C/;',
    'const a = <B>(c: B) => c;',
    'const a = b < c && d > e;',
    "const a: Map<string, B> = new Map<string, B>([['c', d]]);",
    'const basAs = as;',
  ])('is not found in %s', (text) => {
    expect(castsIn(text)).toEqual([]);
  });

  it('is counted by line, whatever stands above', () => {
    expect(castsIn('/* one\ntwo */\nconst a = `b\nc`;\nconst d = e as F as G;')).toEqual([4, 4]);
  });
});
