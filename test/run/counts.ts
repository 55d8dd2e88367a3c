import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const unit = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** Counts from vitest's JSON report; a file that could not run counts as a failure. */
export function unitCounts(file: string): Counts {
  const report = unit.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = report.numTotalTests - report.numPassedTests;
  return {
    passed: report.numPassedTests,
    failed: Math.max(failed, report.numFailedTestSuites && 1),
  };
}

const browser = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Counts from Playwright's JSON report; a test that was skipped or passed late is a failure. */
export function browserCounts(file: string): Counts {
  const { stats } = browser.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}
