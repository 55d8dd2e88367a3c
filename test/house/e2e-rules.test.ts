import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What makes a test pass or fail by the clock of the wall. */
const SLEEPS = /waitForTimeout|durationsMs|networkidle|\bretries\b/;

/**
 * About real time by their nature: a worker that nobody is attached to, and a run with faults at
 * random.
 */
const BY_THE_CLOCK = ['idle.spec.ts', 'bare-chromium.ts', 'soak-short.spec.ts'];

const FOLDERS = [
  ...['test/e2e', 'test/e2e/support', 'test/firefox', 'test/states', 'test/states/views'],
];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !BY_THE_CLOCK.includes(name))
    .map((name) => join(folder, name)),
);

describe.each(files)('%s', (file) => {
  it('moves the twin and does not sleep', () => {
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.filter((line) => SLEEPS.test(line))).toEqual([]);
  });
});

it('end-to-end tests have one limit for what hangs, which says nothing of the product', () => {
  const own = readdirSync('test/e2e', { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.ts') &&
      /\.setTimeout\(|configure\(\{ timeout/.test(readFileSync(join('test/e2e', path), 'utf8')),
  );
  expect(own).toEqual([]);
});

it('unit tests wait with a limit that a busy machine does not pass', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.test.ts') && path !== 'house/e2e-rules.test.ts',
  );
  expect(tests.length).toBeGreaterThan(100);
  expect(
    tests.filter((path) => /vi\.waitFor/.test(readFileSync(join('test', path), 'utf8'))),
  ).toEqual([]);
});
