import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The sheets of no view. They alone say which layers there are, and in which order. */
const SHARED = 'components/styles';

const paths = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .map((name) => join('components', name).replaceAll('\\', '/'))
  .sort();
const sheets = paths.filter((path) => path.endsWith('.css'));
const ofViews = sheets.filter((path) => posix.dirname(path) !== SHARED);

/** Sheets that a view imports, by their paths. */
const importedBy = (view: string): string[] =>
  [...readFileSync(view, 'utf8').matchAll(/^import '(\.[^']+\.css)';$/gm)].map(([, path = '']) =>
    posix.join(posix.dirname(view), path),
  );
const imports = paths
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((view) => importedBy(view).map((sheet) => ({ view, sheet })));

/** What begins each statement or block at the top of a sheet: `@layer views`, `.bar`. */
function topOf(css: string): string[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"/g, '""');
  const found: string[] = [];
  let depth = 0;
  let words = '';
  for (const sign of text) {
    if (depth === 0 && (sign === '{' || sign === ';')) found.push(words.trim());
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    words = depth > 0 || /[{};]/.test(sign) ? '' : words + sign;
  }
  return words.trim() === '' ? found : [...found, words.trim()];
}

const layersOf = (css: string): string[] =>
  topOf(css).map((head) => /^@layer (\w+)$/.exec(head)?.[1] ?? `no layer: ${head}`);

describe('the style sheets', () => {
  it('that are shared are these', () => {
    expect(sheets.length).toBeGreaterThan(40);
    expect(sheets.filter((path) => !ofViews.includes(path))).toEqual(
      ['base', 'controls', 'index', 'preferences', 'tokens'].map((name) => `${SHARED}/${name}.css`),
    );
    const index = readFileSync(`${SHARED}/index.css`, 'utf8');
    expect(topOf(index)).toEqual([
      '@layer base, controls, views, preferences',
      ...['tokens', 'base', 'controls', 'preferences'].map(() => '@import ""'),
    ]);
  });

  it('lie beside the view whose name they bear, and it imports them', () => {
    const stray = ofViews.filter(
      (path) =>
        !imports.some(({ view, sheet }) => sheet === path && view === path.replace(/css$/, 'tsx')),
    );
    expect(stray).toEqual([]);
  });

  it('are there where they are imported', () => {
    expect(imports.filter(({ sheet }) => !sheets.includes(sheet))).toEqual([]);
  });

  it('of views say nothing outside the layer of views', () => {
    for (const path of ofViews)
      expect(layersOf(readFileSync(path, 'utf8')), path).toEqual(['views']);
  });

  it.each([
    ['tokens', ['base']],
    // One rule has to win over the browser's own, which is in no layer.
    ['base', ['no layer: body', 'base']],
    ['controls', ['controls']],
    ['preferences', ['preferences']],
  ])('%s.css says nothing outside %j', (name, layers) => {
    expect(layersOf(readFileSync(`${SHARED}/${name}.css`, 'utf8'))).toEqual(layers);
  });

  it('are known to have a rule outside a layer', () => {
    expect(topOf('@layer a, b;\n@import "a;b.css";')).toEqual(['@layer a, b', '@import ""']);
    expect(layersOf('/* {x} */ @layer views { .a { b: c } @media d { e { f: "}" } } }')).toEqual([
      'views',
    ]);
    expect(layersOf('@layer views { .a { b: c } } .d { e: f }')).toEqual(['views', 'no layer: .d']);
    expect(layersOf('@media print { @layer views { a { b: c } } }')).toEqual([
      'no layer: @media print',
    ]);
  });
});
