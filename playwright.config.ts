import { defineConfig } from '@playwright/test';

/** These wait for a minute and more, and begin first. */
const LONG = /(idle|faults-network|soak-short)\.spec\.ts/;

/** These wait for what the product does at its own pace. */
const PACED =
  /(faults-(hold|status|submit)|accounts|survival|cases-refusals|worker|prerender|ledger)\.spec\.ts/;

// The run begins at ten in the morning of its own zone, so that no midnight falls into it: what is
// counted by days is the same at any hour. Tests and browsers inherit it.
process.env.TZ ??= zoneWhereItIs(10);

const report = process.env.BROWSER_REPORT;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 4,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  projects: [
    // What waits computes little meanwhile: these run beside the others from the start.
    { name: 'long', testMatch: LONG, workers: 1 },
    { name: 'paced', testMatch: PACED, workers: 1 },
    // One for each core. With three of them what plays in step does not find its frames, and with five
    // processes in all the same tests took a third more processor time.
    { name: 'others', testIgnore: [LONG, PACED], workers: 2 },
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
