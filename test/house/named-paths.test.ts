import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders of the project in which a path that is written out has to be found. */
const TOPS = ['components', 'docs', 'entrypoints', 'lib', 'locales', 'test'];

const under = (top: string): string[] =>
  readdirSync(top, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(top, name).replaceAll('\\', '/'),
  );

const texts = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...under('docs').filter((path) => path.endsWith('.md')),
  ...['lib', 'components', 'entrypoints', 'test']
    .flatMap(under)
    .filter((path) => /\.(tsx?|css|md)$/.test(path) && !path.endsWith('named-paths.test.ts')),
];

/** A folder that is empty is not there in a clone. */
const exists = (path: string): boolean =>
  existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);

/** `saver*.test.ts` and `{a,b}.ts` as what they stand for; `lib/jobs/job` may leave its ending out. */
const isThere = (path: string): boolean => {
  if (!/[*{]/.test(path)) return exists(path) || ['.ts', '.tsx'].some((e) => existsSync(path + e));
  const pattern = path
    .replace(/[.+?()[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, each: string) => `(?:${each.replaceAll(',', '|')})`);
  return under(path.split('/')[0] ?? path).some((each) => new RegExp(`^${pattern}$`).test(each));
};

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:\w+)\/[\w./*{},-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => TOPS.includes(path.split('/')[0] ?? ''));

describe('paths that are named in texts and comments', () => {
  it('are all there', () => {
    const named = texts.flatMap((file) =>
      pathsIn(readFileSync(file, 'utf8')).map((path) => ({ file, path })),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(({ path }) => !isThere(path))).toEqual([]);
  });

  it('are missed where a file has gone', () => {
    expect(
      pathsIn('See `lib/jobs/job.ts`, `lib/gone.ts` and `no/path`.').filter(
        (path) => !isThere(path),
      ),
    ).toEqual(['lib/gone.ts']);
    expect(['test/house/{rooms,gone}.test.ts', 'test/house/room*.test.ts'].every(isThere)).toBe(
      true,
    );
    expect(isThere('test/house/{gone,lost}.test.ts')).toBe(false);
  });
});
