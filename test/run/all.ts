import { mkdirSync, rmSync } from 'node:fs';
import { findChromium, installChromium } from '../browser/find-chromium';
import { browserCounts, type Counts, unitCounts } from './counts';
import { runTool } from './step';

/** `npm test`: every check of the project, one line each, and one line of counts at the end. */

interface Check {
  readonly name: string;
  readonly run: () => Promise<{ code: number; output: string }>;
  /** Where a check is many tests, how many; else it counts as one. */
  readonly counts?: () => Counts;
}

const RESULTS = 'test-results';
const UNIT = `${RESULTS}/unit.json`;
const BROWSER = `${RESULTS}/browser.json`;

const CHECKS: readonly Check[] = [
  { name: 'generate types', run: () => runTool('wxt', ['prepare']) },
  { name: 'types', run: () => runTool('tsc', ['--noEmit']) },
  { name: 'lint', run: () => runTool('biome', ['ci', '--colors=off', '--error-on-warnings']) },
  { name: 'unused code', run: () => runTool('knip', []) },
  {
    name: 'unit tests',
    run: () =>
      runTool('vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT}`,
      ]),
    counts: () => unitCounts(UNIT),
  },
  { name: 'build for Chromium', run: () => runTool('wxt', ['build']) },
  { name: 'build for Firefox', run: () => runTool('wxt', ['build', '-b', 'firefox']) },
  {
    name: 'lint for Firefox',
    run: () => runTool('tsx', ['test/run/firefox-lint.ts']),
  },
  { name: 'size of the package', run: () => runTool('tsx', ['test/run/package-size.ts']) },
  {
    name: 'end to end',
    run: () => runTool('playwright', ['test'], { BROWSER_REPORT: BROWSER }),
    counts: () => browserCounts(BROWSER),
  },
];

async function main(): Promise<number> {
  rmSync(RESULTS, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  mkdirSync(RESULTS);
  process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
  const sum = { passed: 0, failed: 0 };
  for (const check of CHECKS) {
    const startedAt = Date.now();
    const { code, output } = await check.run();
    const counts = countsOf(check, code);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    const tests = check.counts ? `, ${counts.passed} of ${counts.passed + counts.failed}` : '';
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s${tests})`,
    );
    if (counts.failed > 0) console.log(output.replace(/^/gm, '       '));
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

function countsOf(check: Check, code: number): Counts {
  const whole = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!check.counts) return whole;
  try {
    const counts = check.counts();
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

process.exitCode = await main();
