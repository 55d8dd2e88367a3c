import { defineConfig } from '@playwright/test';

/**
 * Tests that wait for the product's own pace compute little meanwhile. Three processes of their own from
 * the start, each with about as much as the two for all others (docs/decisions/0017).
 */
const WAITING = [
  /(idle|soak-short|survival)\.spec\.ts/,
  /(faults-(network|hold)|accounts|notifications|limits)\.spec\.ts/,
  /(faults-(status|submit)|cases-refusals|worker|prerender|ledger|saves|attack|page-untouched)\.spec\.ts/,
];

// The run begins at ten in the morning of its own zone, so that no midnight falls into it: what is
// counted by days is the same at any hour. Tests and browsers inherit it.
process.env.TZ ??= zoneWhereItIs(10);

const report = process.env.BROWSER_REPORT;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/browser',
  // For what hangs: it says nothing of the product, whose steps have limits of their own (docs/decisions/0030).
  timeout: 5 * 60_000,
  expect: { timeout: 10_000 },
  workers: 5,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  projects: [
    ...WAITING.map((testMatch, at) => ({ name: `waiting ${at + 1}`, testMatch, workers: 1 })),
    // One for each core: with three of them what plays in step does not find its frames.
    { name: 'others', testIgnore: WAITING, workers: 2 },
    { name: 'firefox', testDir: 'test/firefox', workers: 1 },
  ],
  reporter:
    report === undefined
      ? 'list'
      : [['dot'], ['json', { outputFile: report }], ['./test/run/progress.ts']],
});

/** Name of the zone whose clock shows that hour now. Its names say the hours to Greenwich, not from it. */
function zoneWhereItIs(hour: number): string {
  // -12 to 11: all of them exist.
  const ahead = ((hour - new Date().getUTCHours() + 12 + 24) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
