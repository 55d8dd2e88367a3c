import { expect, it } from 'vitest';
import { BROWSERS, differences, PACKAGES, packagePath, packedFiles } from './packages';

const files = (entries: Readonly<Record<string, string>>) =>
  new Map(Object.entries(entries).map(([name, text]) => [name, Buffer.from(text)]));

it('the names of packages say what they are for and which version they hold', () => {
  const version = JSON.parse(
    Buffer.from(packedFiles(packagePath('chrome')).get('manifest.json') ?? []).toString(),
  ).version;
  expect(PACKAGES.map((which) => packagePath(which))).toEqual(
    ['chrome', 'edge', 'firefox', 'sources'].map(
      (which) => `.output/second-take-${version}-${which}.zip`,
    ),
  );
});

it.each(PACKAGES)('the package %s holds its files in the order of their names', (which) => {
  const names = [...packedFiles(packagePath(which)).keys()];
  expect(names.length).toBeGreaterThan(20);
  expect(names).toEqual([...names].sort());
});

it.each(BROWSERS)('the package %s holds no map, no test and no hidden file', (browser) => {
  const odd = /\.map$|\.tsx?$|test|(?:^|\/)\./;
  expect([...packedFiles(packagePath(browser)).keys()].filter((name) => odd.test(name))).toEqual(
    [],
  );
});

it('Edge gets the very files that Chrome gets', () => {
  const [chrome, edge] = [packagePath('chrome'), packagePath('edge')].map(packedFiles);
  expect(differences(chrome ?? new Map(), edge ?? new Map())).toEqual([]);
});

it('the sources are what is built, how, and what a reviewer reads; no test, picture or document else', () => {
  const names = [...packedFiles(packagePath('sources')).keys()];
  expect([...new Set(names.map((name) => name.split('/')[0]))]).toEqual([
    ...['LICENSE', 'SOURCE_CODE_REVIEW.md', 'components', 'entrypoints', 'lib', 'locales'],
    ...['package-lock.json', 'package.json', 'public', 'tsconfig.json', 'wxt.config.ts'],
  ]);
});

it('a file that is missing, added or changed is a difference', () => {
  const one = files({ a: '1', b: '2', c: '3' });
  expect(differences(one, files({ a: '1', c: '4', d: '5' }))).toEqual([
    'b is only in the first',
    'c differs',
    'd is only in the second',
  ]);
  expect(differences(one, files({ a: '1', b: '2', c: '3' }))).toEqual([]);
});
