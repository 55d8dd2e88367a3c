import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Lines of a file that is still read at once. */
const MOST = 300;

const FOLDERS = ['lib', 'components', 'entrypoints', 'test'];

const files = [
  ...readdirSync('.'),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ),
].filter((path) => /\.([cm]?[jt]sx?|css)$/.test(path));

it('no source, no style sheet and no test is too long to be read at once', () => {
  expect(files.length).toBeGreaterThan(600);
  const long = files
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST);
  expect(long).toEqual([]);
});
