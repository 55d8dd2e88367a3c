import type { SoakReport } from './run';

const listed = (entries: Iterable<readonly [string, number]>) =>
  [...entries]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `  ${String(count).padStart(5)}  ${name}`);

/** The figures of a run, in the words of docs/reliability.md. */
export function reportLines(jobs: number, seed: number, report: SoakReport): string[] {
  const { faults, states, differences, twice } = report;
  const faulty = [...faults.values()].reduce((sum, count) => sum + count, 0);
  return [
    '',
    `seed ${seed}, ${jobs} jobs, ${(report.ms / 60_000).toFixed(1)} min`,
    `${report.submitCalls} submits reached Flow, ${report.accepted} taken; ${report.calls} submit and status calls, ${faulty} of them faulty:`,
    ...listed(faults),
    `worker stopped ${report.kills} times, browser reopened ${report.restarts} times, Resume pressed ${report.resumes} times`,
    'jobs at the end:',
    ...listed(Object.entries(states)),
    `${report.wereUnknown} jobs were unknown at some time, ${report.stillUnknown} still are`,
    `taken by Flow and unknown: ${report.takenBeforeReload} a minute after the last job, ${report.unknownTaken} after the page was reloaded`,
    `credits: Flow charged ${report.charged}; the ledger knows of ${report.known}, ${report.unsure} more of jobs it calls unknown`,
    `${report.open} jobs not ended, ${twice.length} sent twice, ${differences.length} differences`,
    ...twice.map((line) => `  twice: ${line}`),
    ...differences.map((line) => `  ${line}`),
  ];
}
