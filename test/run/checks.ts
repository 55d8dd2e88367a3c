import type { Browser } from '../packages/packages';
import { browserWorkers } from './browser-workers';
import { browserCounts, type Counts, readReport, unitCounts } from './counts';
import { type Outcome, runTool } from './step';

/** One part of a run. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** Where a check is many tests, how many; else it counts as one. */
  readonly counts?: () => Counts;
}

export const RESULTS = 'test-results';
const UNIT = `${RESULTS}/unit.json`;
const BROWSER = `${RESULTS}/browser.json`;

export const prepared: Check = {
  name: 'generate types',
  run: () => runTool('wxt', ['prepare']),
};

const types: Check = { name: 'types', run: () => runTool('tsc', ['--noEmit']) };

const lint: Check = {
  name: 'lint',
  run: () => runTool('biome', ['ci', '--colors=off', '--error-on-warnings']),
};

const unused: Check = { name: 'unused code', run: () => runTool('knip', []) };

const vitest = (
  ...[name, report, args]: readonly [name: string, report: string, args: readonly string[]]
): Check => ({
  name,
  run: () =>
    runTool('vitest', [
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...args,
    ]),
  counts: () => unitCounts(readReport(report)),
});

/** @param names arguments for vitest, such as the names of files; all tests without any */
export const unitTests = (names: readonly string[] = []): Check =>
  vitest('unit tests', UNIT, ['--project=alone', '--project=together', ...names]);

/** After the packages are there: what they may hold. */
export const packageTests: Check = vitest('packages', `${RESULTS}/packages.json`, [
  '--project=packages',
]);

/** What needs neither a build nor a browser; what keeps one core busy runs beside the unit tests. */
export const quick: readonly (readonly Check[])[] = [[types, lint, unused], [unitTests()]];

/** Builds for that browser and packs the build; for Firefox with the sources that Mozilla asks for. */
const zipped = (browser: Browser, name: string): Check => ({
  name: `package for ${name}`,
  run: () => runTool('wxt', ['zip', '-b', browser]),
});

export const forChrome = zipped('chrome', 'Chrome');
export const forEdge = zipped('edge', 'Edge');
export const forFirefox = zipped('firefox', 'Firefox');

export const firefoxLint: Check = {
  name: 'lint for Firefox',
  run: () => runTool('tsx', ['test/run/firefox-lint.ts']),
};

export const rebuilt: Check = {
  name: 'built again from the sources package',
  run: () => runTool('tsx', ['test/run/rebuild.ts']),
};

export const packageSize: Check = {
  name: 'size of the package',
  run: () => runTool('tsx', ['test/run/package-size.ts']),
};

/** @param names arguments for Playwright, such as the names of files; all tests without any */
export const endToEnd = (names: readonly string[] = []): Check => ({
  name: 'end to end',
  run: async () => {
    const { workers, ms } = await browserWorkers(process.env.CHROMIUM_PATH);
    console.error(`Chromium starts in ${(ms / 1000).toFixed(1)} s: ${workers} processes of tests`);
    return runTool('playwright', ['test', `--workers=${workers}`, ...names], {
      env: { BROWSER_REPORT: BROWSER },
      showsErrors: true,
    });
  },
  counts: () => browserCounts(readReport(BROWSER)),
});
