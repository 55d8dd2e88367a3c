import { parseArgs } from 'node:util';
import { ready } from '../browsers/set-up';
import { reportLines } from './report';
import { runSoak } from './run';

const { values } = parseArgs({
  options: { jobs: { type: 'string' }, seed: { type: 'string' }, minutes: { type: 'string' } },
});
const number = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : Number(text);

const jobs = number(values.jobs, 300);
const seed = number(values.seed, 1);
if (!(await ready())) process.exit(1);
const report = await runSoak({
  ...{ jobs, seed, share: 0.2, killEveryMs: 25_000, restarts: 2 },
  limitMs: number(values.minutes, 5 + jobs / 20) * 60_000,
  say: (line) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`),
});
for (const line of reportLines(jobs, seed, report)) console.log(line);
const good = report.open === 0 && report.differences.length === 0 && report.twice.length === 0;
process.exitCode = good ? 0 : 1;
