import { reportLines } from '../soak/report';
import { runSoak } from '../soak/run';
import { expect, test } from './support/fixtures';

const [JOBS, SEED] = [24, 7];

test('24 jobs through faults, a killed worker and a reopened browser: none is lost, none is paid twice', async () => {
  const report = await runSoak({
    ...{ jobs: JOBS, seed: SEED, share: 0.2, killEveryMs: 12_000, restarts: 1, limitMs: 240_000 },
    say: () => {},
  });
  const seen = reportLines(JOBS, SEED, report).join('\n');
  expect(report.differences, seen).toEqual([]);
  expect(report.twice, seen).toEqual([]);
  expect(report.open, seen).toBe(0);
  expect(report.charged - report.unsure, seen).toBe(report.known);
  expect([report.restarts, report.kills > 0], seen).toEqual([1, true]);
});
