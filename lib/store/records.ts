import { isEnded, type Job, resultId } from '@/lib/job/job';
import { mayHaveClip, RIVAL_MS } from '@/lib/job/settle';
import { type Database, database } from './database';
import { createReaders } from './readers';

/**
 * Deletes what is kept of jobs that have ended: the jobs with their files, how saving went, the
 * small pictures, the filmstrips, what did not parse, and the ledger before today. What stays: jobs
 * that are open or unknown; results since the oldest of those was sent, or the unknown one could be
 * taken for them, and what may have made a clip that nobody knows; today's ledger, which the limit
 * of a day counts.
 *
 * @param today midnight (epoch ms)
 */
export function deleteRecords(
  today: number,
  db: Database = database,
): Promise<{ deleted: number; kept: number }> {
  const read = createReaders(db);
  return db.transaction(
    'rw',
    [db.jobs, db.ledger, db.files, db.saves, db.pictures, db.strips, db.quarantine],
    async () => {
      const jobs = await read.jobs.all(db.jobs);
      const gone = new Set(deletable(jobs).map(({ id }) => id));
      const kept = jobs.filter(({ id }) => !gone.has(id));
      const shown = kept.flatMap((job) => [job.sourceId, resultId(job) ?? job.sourceId]);
      const keptIds = new Set(kept.map(({ id }) => id));
      await db.jobs
        .where('id')
        .noneOf([...keptIds])
        .delete();
      await db.files.bulkDelete([...gone]);
      await db.saves.bulkDelete([...gone]);
      await db.saves
        .where('state')
        .anyOf('saved', 'broken')
        .filter(({ of }) => of === 'clip')
        .delete();
      await db.pictures.where('mediaId').noneOf(shown).delete();
      await db.ledger
        .where('at')
        .below(today)
        .filter((record) => !keptIds.has(read.ledger.parse(record)?.jobId ?? ''))
        .delete();
      await db.strips.clear();
      await db.quarantine.clear();
      return { deleted: gone.size, kept: kept.length };
    },
  );
}

function deletable(jobs: readonly Job[]): Job[] {
  const sent = jobs.filter((job) => !isEnded(job)).map(({ sentAt }) => sentAt ?? Infinity);
  const oldest = Math.min(...sent);
  const isRival = (job: Job) =>
    job.state !== 'done' && mayHaveClip(job) && (job.sentAt ?? 0) >= oldest - RIVAL_MS;
  return jobs.filter(
    (job) => isEnded(job) && !isRival(job) && !(job.state === 'done' && job.endedAt >= oldest),
  );
}
