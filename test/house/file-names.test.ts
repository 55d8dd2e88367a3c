import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a clone does not have. */
const MADE = new Set(['.git', '.output', '.wxt', 'node_modules', 'screenshots', 'test-results']);

/** Every file and folder of the repository, by its path from the top; a folder ends in a slash. */
function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !MADE.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [`${path}/`, ...pathsUnder(path)] : [path];
    });
}

const MODULE = /\.[cm]?[jt]sx?$/;

/** A module is imported by its name without extension; anything else is opened by its whole name. */
function nameToCompare(path: string): string {
  const name = MODULE.test(path) ? path.slice(0, -extname(path).length) : path;
  return name.toLowerCase();
}

function groupsBy(paths: readonly string[], keyOf: (path: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(keyOf(path), [...(groups.get(keyOf(path)) ?? []), path]);
  return [...groups.values()];
}

/** Paths that a disk which takes capitals for small letters, or an import, cannot tell apart. */
const clashing = (paths: readonly string[]): string[] =>
  groupsBy(paths, nameToCompare).flatMap((same) => (same.length > 1 ? same : []));

const stemOf = (path: string): string => path.slice(0, path.length - extname(path).length);

/** Names without their extension that differ by case only: `Groups.css` beside `groups.ts`. */
const differingByCase = (paths: readonly string[]): string[] =>
  groupsBy(paths, (path) => stemOf(path).toLowerCase()).flatMap((same) =>
    new Set(same.map(stemOf)).size > 1 ? same : [],
  );

describe('the names of files', () => {
  const paths = pathsUnder('.');

  it('are told apart on a disk that takes capitals for small letters, and by imports', () => {
    expect(paths.length).toBeGreaterThan(500);
    expect(clashing(paths)).toEqual([]);
  });

  it('do not differ by case only, whatever their extensions', () => {
    expect(differingByCase(paths)).toEqual([]);
  });

  it('are known to clash where they differ by case, by a module’s extension, or in a folder', () => {
    expect(clashing(['a/Groups.tsx', 'a/groups.ts', 'a/rows.ts'])).toHaveLength(2);
    expect(clashing(['a/take.ts', 'a/take.mjs'])).toHaveLength(2);
    expect(clashing(['Docs/', 'docs/', 'lib/'])).toHaveLength(2);
    expect(differingByCase(['a/Groups.css', 'a/groups.ts'])).toHaveLength(2);
    expect(clashing(['a/cat.jpg', 'a/cat.mp4', 'a/cat.test.ts', 'a/cat.ts'])).toEqual([]);
    expect(differingByCase(['a/cat.jpg', 'a/cat.mp4'])).toEqual([]);
  });
});
