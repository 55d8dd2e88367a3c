import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Far from Greenwich and not by whole hours: a test that takes the zone of its machine for the user's
// is red everywhere.
process.env.TZ ??= 'Asia/Kathmandu';

/** What looks into the packages for the stores, which a build makes: `npm test` runs it after that. */
const PACKAGES = 'test/packages/';

const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => !path.startsWith(PACKAGES));

/** Files that put a double in place of a module or a global, or load a module anew: each has a world of its own. */
const alone = all.filter((file) =>
  /vi\.mock\('(?!#i18n')|vi\.(resetModules|stubGlobal)/.test(readFileSync(file, 'utf8')),
);

/**
 * The other files share their modules, one set for each of two processes: loading them 118 times was
 * three quarters of the time (53 processor seconds against 17, 2026-11-25, 2 cores).
 */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    setupFiles: ['test/house/setup.ts'],
    maxWorkers: 2,
    // As long as a busy machine may need: what is asked for again and again ends as soon as it is so.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      { test: { name: 'packages', include: [`${PACKAGES}*.test.ts`] } },
      {
        extends: true,
        test: { name: 'together', include: all, exclude: alone, isolate: false },
      },
    ],
  },
});
