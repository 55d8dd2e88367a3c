import { defineConfig } from '@playwright/test';

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
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
});
