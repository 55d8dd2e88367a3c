import { describe, expect, it } from 'vitest';
import { browserCounts, slowest, unitCounts } from './counts';
import { progressLine } from './progress';

const unit = {
  numPassedTests: 2,
  numTotalTests: 3,
  numFailedTestSuites: 1,
  testResults: [
    {
      name: '/home/somebody/test/flow/moves.test.ts',
      assertionResults: [
        { fullName: 'moves have names', duration: 4 },
        { fullName: 'moves have words', duration: null },
        { fullName: 'moves are fourteen' },
      ],
    },
  ],
};

const spec = (title: string, ...durations: number[]) => ({
  title,
  file: 'e2e/menu.spec.ts',
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});

const browser = {
  suites: [
    {
      specs: [spec('a click sends', 1500)],
      suites: [{ specs: [spec('a click saves', 2500)] }],
    },
  ],
  stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
};

describe('unit tests', () => {
  it('are counted, and each has its time', () => {
    expect(unitCounts(unit)).toEqual({
      passed: 2,
      failed: 1,
      times: [
        { name: 'moves.test.ts › moves have names', ms: 4 },
        { name: 'moves.test.ts › moves have words', ms: 0 },
        { name: 'moves.test.ts › moves are fourteen', ms: 0 },
      ],
    });
  });

  it('of a file that could not run are a failure', () => {
    expect(unitCounts({ ...unit, numPassedTests: 3 })).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('end-to-end tests', () => {
  it('that were skipped or passed late are failures', () => {
    expect(browserCounts(browser)).toMatchObject({ passed: 1, failed: 3 });
  });

  it('have their times, those of a group too', () => {
    expect(browserCounts(browser).times).toEqual([
      { name: 'menu.spec.ts › a click sends', ms: 1500 },
      { name: 'menu.spec.ts › a click saves', ms: 2500 },
    ]);
  });
});

it('the slowest come first, and only so many', () => {
  const times = [3, 9, 1, 5].map((ms) => ({ name: `${ms}`, ms }));
  expect(slowest(times, 2).map(({ ms }) => ms)).toEqual([9, 5]);
  expect(times.map(({ ms }) => ms)).toEqual([3, 9, 1, 5]);
});

it('the line of progress says how many are done, how many failed, and since when', () => {
  expect(progressLine({ all: 228, done: 57, failed: 1, ms: 90_000 })).toBe(
    'end to end: 57 of 228 done, 1 failed, 1.5 min',
  );
});
