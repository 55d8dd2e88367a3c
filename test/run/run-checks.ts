import { mkdirSync, rmSync } from 'node:fs';
import { type Check, RESULTS } from './checks';
import { type Counts, slowest } from './counts';

/** Checks one after the other, or several such rows beside each other. */
export type Plan = readonly (Check | readonly (readonly Check[])[])[];

/** A check that has run. */
interface Done extends Counts {
  readonly name: string;
  readonly ms: number;
}

const SLOWEST = 5;

/**
 * Runs every check, also after one has failed; prints a line for each as it ends, what a failed one
 * said in full, then how long each took, the slowest tests, and the counts alone on the last line.
 *
 * @returns the exit code
 */
export async function runChecks(plan: Plan): Promise<number> {
  const startedAt = Date.now();
  rmSync(RESULTS, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  mkdirSync(RESULTS);
  const done: Done[] = [];
  for (const step of plan) {
    const rows = 'run' in step ? [[step]] : step;
    await Promise.all(
      rows.map(async (row) => {
        for (const check of row) done.push(await runCheck(check));
      }),
    );
  }
  for (const line of summary(done, Date.now() - startedAt)) console.log(line);
  return done.every(({ failed }) => failed === 0) ? 0 : 1;
}

/** What is said at the end; the last line is the counts alone. */
export function summary(done: readonly Done[], ms: number): string[] {
  const times = slowest(
    done.flatMap(({ times = [] }) => times),
    SLOWEST,
  );
  return [
    `Took ${minutes(ms)}: ${done.map((each) => `${each.name} ${seconds(each.ms)}`).join(', ')}.`,
    ...(times.length > 0 ? ['The slowest tests:'] : []),
    ...times.map((each) => `  ${seconds(each.ms).padStart(7)} ${each.name}`),
    `${sum(done.map(({ passed }) => passed))} passed, ${sum(done.map(({ failed }) => failed))} failed`,
  ];
}

async function runCheck(check: Check): Promise<Done> {
  const startedAt = Date.now();
  const { code, output } = await check.run();
  const ms = Date.now() - startedAt;
  const counts = countsOf(check, code);
  const tests = check.counts ? `, ${counts.passed} of ${counts.passed + counts.failed}` : '';
  const word = counts.failed === 0 ? 'ok    ' : 'FAILED';
  console.log(`${word} ${check.name} (${seconds(ms)}${tests})`);
  if (counts.failed > 0) console.log(output.replace(/^/gm, '       '));
  return { ...counts, name: check.name, ms };
}

function countsOf(check: Check, code: number): Counts {
  const whole = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!check.counts) return whole;
  try {
    const counts = check.counts();
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    // The tool ended before it wrote its report.
    return { passed: 0, failed: 1 };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function minutes(ms: number): string {
  const all = Math.round(ms / 1000);
  return `${Math.floor(all / 60)} min ${all % 60} s`;
}
