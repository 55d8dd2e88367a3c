import type { Submit } from '../twin/twin';
import type { JobRecord, LedgerRecord, Records } from './records';

export interface Comparison {
  readonly differences: readonly string[];
  /** Credits that the twin charged, those the extension's ledger says were, and those it cannot know. */
  readonly charged: number;
  readonly known: number;
  readonly unsure: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The extension's ledger beside the twin's: job by job and credit by credit. */
export function compare(submits: readonly Submit[], { jobs, ledger }: Records): Comparison {
  const differences: string[] = [];
  const taken = new Map<string, Submit>();
  for (const submit of submits) {
    if (taken.has(submit.sceneId)) differences.push(`${submit.sceneId}: taken twice`);
    taken.set(submit.sceneId, submit);
  }
  const known = new Set(jobs.map(({ id }) => id));
  for (const sceneId of taken.keys())
    if (!known.has(sceneId)) differences.push(`${sceneId}: taken, and no such job`);

  let unsure = 0;
  for (const job of jobs) {
    const entries = ledger.filter(({ sceneId }) => sceneId === job.id);
    const price = taken.get(job.id)?.price ?? 0;
    if (entries.some(({ charged }) => charged === 'unknown')) unsure += price;
    differences.push(...differencesOf(job, entries, taken.get(job.id)));
  }
  return {
    differences,
    charged: sum(submits.map(({ price }) => price)),
    known: sum(ledger.filter(({ charged }) => charged === 'yes').map(({ credits = 0 }) => credits)),
    unsure,
  };
}

function differencesOf(
  job: JobRecord,
  entries: readonly LedgerRecord[],
  taken: Submit | undefined,
): string[] {
  const found: string[] = [];
  const differ = (what: string) => found.push(`${job.id} (${job.state}): ${what}`);
  const mayBeUnsure = job.state === 'unknown' || job.failure?.kind === 'generation';
  if (entries.filter(({ charged }) => charged !== 'no').length > 1)
    differ('charged more than once');
  if (taken && entries.length === 0) differ('taken, and not in the ledger');
  if (entries.some(({ charged }) => charged === 'unknown')) {
    if (!mayBeUnsure) differ('the ledger says unknown');
    return found;
  }
  const credits = sum(
    entries.filter(({ charged }) => charged === 'yes').map((entry) => entry.credits ?? Number.NaN),
  );
  const price = taken?.price ?? 0;
  if (credits !== price) differ(`Flow charged ${price}, the ledger says ${credits}`);
  if (job.state === 'done' && !taken) differ('done, and never taken');
  if (job.state === 'failed' && job.failure?.charged === 'no' && price > 0)
    differ(`failed and not charged, but Flow charged ${price}`);
  return found;
}
