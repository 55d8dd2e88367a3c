import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What a run of many tests came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly times?: readonly Timed[];
}

export interface Timed {
  readonly name: string;
  readonly ms: number;
}

const unit = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), duration: z.optional(z.nullable(z.number())) }),
      ),
    }),
  ),
});

/** From vitest's JSON report; a file that could not run counts as a failure. */
export function unitCounts(report: unknown): Counts {
  const { numTotalTests, numPassedTests, numFailedTestSuites, testResults } = unit.parse(report);
  const failed = numTotalTests - numPassedTests;
  return {
    passed: numPassedTests,
    failed: Math.max(failed, numFailedTestSuites && 1),
    times: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        name: `${fileName(name)} › ${fullName}`,
        ms: duration ?? 0,
      })),
    ),
  };
}

const suite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
    }),
  ),
  get suites() {
    return z.optional(z.array(suite));
  },
});
const browser = z.object({
  suites: z.array(suite),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** From Playwright's JSON report; a test that was skipped or passed late is a failure. */
export function browserCounts(report: unknown): Counts {
  const { suites, stats } = browser.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
    times: suites.flatMap(timesIn),
  };
}

function timesIn({ specs, suites = [] }: z.infer<typeof suite>): Timed[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.flatMap(({ results }) =>
      results.map(({ duration }) => ({ name: `${fileName(file)} › ${title}`, ms: duration })),
    ),
  );
  return [...own, ...suites.flatMap(timesIn)];
}

/** The slowest of them, the slowest first. */
export const slowest = (times: readonly Timed[], count: number): Timed[] =>
  [...times].sort((one, other) => other.ms - one.ms).slice(0, count);

/** Reads a report that a tool has written. */
export const readReport = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
