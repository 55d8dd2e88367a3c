import type { Job, JobState } from '@/lib/job/job';
import { type Database, database } from './database';

const ENDED: ReadonlySet<JobState> = new Set(['done', 'failed', 'cancelled']);

/**
 * Deletes what is kept of jobs that have ended: the jobs with their files, the small pictures, the
 * filmstrips, what did not parse, and the ledger before today. What stays: jobs that are open or
 * unknown; results since the oldest of those was sent, or the unknown one could be taken for them;
 * today's ledger, which the limit of a day counts.
 *
 * @param today midnight (epoch ms)
 */
export const deleteRecords = (
  today: number,
  db: Database = database,
): Promise<{ deleted: number; kept: number }> =>
  db.transaction(
    'rw',
    [db.jobs, db.ledger, db.files, db.pictures, db.strips, db.quarantine],
    async () => {
      const jobs = await db.jobs.toArray();
      const gone = new Set(deletable(jobs).map(({ id }) => id));
      const kept = jobs.filter(({ id }) => !gone.has(id));
      const shown = kept.flatMap((job) => [job.sourceId, resultId(job) ?? job.sourceId]);
      const keptIds = new Set(kept.map(({ id }) => id));
      await db.jobs.bulkDelete([...gone]);
      await db.files.bulkDelete([...gone]);
      await db.pictures.where('mediaId').noneOf(shown).delete();
      await db.ledger
        .where('at')
        .below(today)
        .filter(({ jobId }) => !keptIds.has(jobId))
        .delete();
      await db.strips.clear();
      await db.quarantine.clear();
      return { deleted: gone.size, kept: kept.length };
    },
  );

function deletable(jobs: readonly Job[]): Job[] {
  const sent = jobs
    .filter(({ state }) => !ENDED.has(state))
    .map(({ sentAt }) => sentAt ?? Infinity);
  const oldest = Math.min(Number.POSITIVE_INFINITY, ...sent);
  return jobs.filter(
    (job) => ENDED.has(job.state) && !(job.state === 'done' && job.endedAt >= oldest),
  );
}

const resultId = (job: Job): string | undefined =>
  job.state === 'done' ? job.result.mediaId : undefined;
