import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const testsUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.test\.tsx?$/.test(path));

/** The folder of the sources that a unit test lies in as well: of `storage` it is `lib/storage`. */
const sourcesOf = (test: string): string =>
  test.startsWith('components/') ? dirname(test) : join('lib', dirname(test));

/** Unit tests, by their path below `test/unit`, that lie where no source does. */
const misplaced = (tests: readonly string[]): string[] =>
  tests.filter((test) => !existsSync(sourcesOf(test)));

it('every unit test lies in a folder that the sources have as well', () => {
  const tests = testsUnder('test/unit');
  expect(tests.length).toBeGreaterThan(100);
  expect(misplaced(tests)).toEqual([]);
});

it('a unit test in a folder that the sources do not have is found', () => {
  expect(misplaced(['labs/replies/a.test.ts', 'components/ui/a.test.ts'])).toEqual([]);
  const wrong = ['ui/a.test.ts', 'components/queue/a.test.ts'];
  expect(misplaced(wrong)).toEqual(wrong);
});

it('tests lie with the units, the house, the packages, and beside the twin and the runs they test', () => {
  const homes = new Set(testsUnder('test').map((path) => path.split('/')[0]));
  expect([...homes].sort()).toEqual(['house', 'packages', 'run', 'twin', 'unit']);
});
