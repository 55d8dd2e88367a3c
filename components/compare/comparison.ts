import type { Media } from '@/lib/flow/media';
import { type Job, type JobIn, olderFirst } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { madeFrom, type Origin, originOf } from '@/lib/job/lineage';
import { lastSubmits } from '@/lib/job/spending';
import { database } from '@/lib/store/database';
import { read } from '@/lib/store/readers';
import { isDone } from './takes';

/** All that the comparison shows of a take. */
export interface Comparison {
  readonly job: JobIn<'done'>;
  /** All jobs of its wish, oldest first. */
  readonly batch: readonly Job[];
  /** Its last submit, as the ledger has it. */
  readonly entry: LedgerEntry | undefined;
  readonly origin: Origin;
  readonly made: readonly JobIn<'done'>[];
  /** Every clip and image named above that is known, by id. */
  readonly media: ReadonlyMap<string, Media>;
}

/** Reads a comparison; `gone` where there is no such finished take. */
export async function readComparison(id: string): Promise<Comparison | 'gone'> {
  const job = await read.jobs.get(id);
  if (!isDone(job)) return 'gone';
  const { mediaId } = job.result;
  const batch = await read.jobs.all(database.jobs.where({ batchId: job.batchId }));
  const submits = await read.ledger.all(database.ledger.where({ jobId: id }));
  const origin = await originOf(job, (source) =>
    read.jobs.first(database.jobs.where('result.mediaId').equals(source)),
  );
  const made =
    mediaId === undefined
      ? []
      : madeFrom(job, await read.jobs.all(database.jobs.where({ sourceId: mediaId })));
  const ids = [
    origin.rootId,
    job.sourceId,
    ...[...origin.takes, ...batch, ...made].flatMap((one) => resultOf(one) ?? []),
  ];
  const media = await read.media.some(ids);
  return {
    job,
    batch: batch.toSorted(olderFirst),
    entry: lastSubmits(submits).get(id),
    origin,
    made,
    media: new Map(media.map((one) => [one.id, one])),
  };
}

/** Media id of what a job has made, if Flow gave it one. */
export const resultOf = (job: Job): string | undefined =>
  isDone(job) ? job.result.mediaId : undefined;
