import type { Media } from '@/lib/flow/media';
import { type Job, type JobIn, resultId } from '@/lib/jobs/job';
import { madeFrom, type Origin, originOf } from '@/lib/jobs/lineage';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { jobsMadeOf, jobsOfBatch, makerOf, readJob } from '@/lib/storage/job-queries';
import { lastEntryOf } from '@/lib/storage/ledger-queries';
import { someMedia } from '@/lib/storage/media-queries';
import type { Reads } from '@/lib/storage/transaction';
import { isDone } from './takes';

/** All that the comparison shows of a take. */
export interface Comparison {
  readonly job: JobIn<'done'>;
  /** All jobs of its batch, oldest first. */
  readonly batch: readonly Job[];
  /** Its last submit, as the ledger has it. */
  readonly entry: LedgerEntry | undefined;
  readonly origin: Origin;
  readonly made: readonly JobIn<'done'>[];
  /** Every clip and image named above that is known, by id. */
  readonly media: ReadonlyMap<string, Media>;
}

/** Reads a comparison; `gone` where there is no such finished take. */
export async function readComparison(id: string, from: Reads): Promise<Comparison | 'gone'> {
  const job = await readJob(id, from);
  if (!isDone(job)) return 'gone';
  const { mediaId } = job.result;
  const batch = await jobsOfBatch(job.batchId, from);
  const entry = await lastEntryOf(id, from);
  const origin = await originOf(job, (clipId) => makerOf(clipId, from));
  const made = mediaId === undefined ? [] : madeFrom(job, await jobsMadeOf(mediaId, from));
  const ids = [
    origin.rootId,
    job.sourceId,
    ...[...origin.takes, ...batch, ...made].flatMap((one) => resultId(one) ?? []),
  ];
  return { job, batch, entry, origin, made, media: await someMedia(ids, from) };
}
