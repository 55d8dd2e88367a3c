import { defineConfig } from '@playwright/test';

/** These mostly wait, for minutes: begun first, they end beside the others. */
const LONG = /(idle|faults-network)\.spec\.ts/;

/** These watch videos play: after all others, when the machine has time for every picture. */
const PICTURES = /(compare|range|results)\.spec\.ts/;

const report = process.env.BROWSER_REPORT;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // More than the cores: these tests wait far more than they compute.
  workers: 4,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'others', testIgnore: [LONG, PICTURES] },
    { name: 'pictures', testMatch: PICTURES, dependencies: ['long', 'others'], workers: 2 },
  ],
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
});
