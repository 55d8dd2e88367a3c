import type { Media } from '@/lib/flow/media';
import type { Job, JobIn } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { madeFrom, type Origin, originOf } from '@/lib/job/lineage';
import { database } from '@/lib/store/database';
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
  const job = await database.jobs.get(id);
  if (!isDone(job)) return 'gone';
  const { mediaId } = job.result;
  const batch = await database.jobs.where({ batchId: job.batchId }).sortBy('createdAt');
  const [entry] = (await database.ledger.where({ jobId: id }).sortBy('at')).slice(-1);
  const origin = await originOf(job, (source) =>
    database.jobs.where('result.mediaId').equals(source).first(),
  );
  const made =
    mediaId === undefined
      ? []
      : madeFrom(job, await database.jobs.where({ sourceId: mediaId }).toArray());
  const ids = [
    origin.rootId,
    job.sourceId,
    ...[...origin.takes, ...batch, ...made].flatMap((one) => resultOf(one) ?? []),
  ];
  const media = await database.media.bulkGet([...new Set(ids)]);
  return {
    job,
    batch,
    entry,
    origin,
    made,
    media: new Map(media.flatMap((one) => (one ? [[one.id, one] as const] : []))),
  };
}

/** Media id of what a job has made, if Flow gave it one. */
export const resultOf = (job: Job): string | undefined =>
  isDone(job) ? job.result.mediaId : undefined;
