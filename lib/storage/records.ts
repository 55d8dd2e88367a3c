import { isEnded, type Job, resultId } from '@/lib/jobs/job';
import { mayHaveClip, RIVAL_MS } from '@/lib/jobs/reconcile';
import { type Database, database } from './database';
import { anyOf } from './ranges';
import { readerOf } from './readers';
import type { Writes } from './transaction';

/**
 * Deletes what is kept of jobs that have ended: the jobs with their files, how saving went, the
 * small pictures, the filmstrips, what the page has started and is over, what did not parse, and the ledger before today. What stays: jobs
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
  return db.write(
    ['jobs', 'ledger', 'files', 'saves', 'pictures', 'strips', 'pageJobs', 'quarantine'],
    async (transaction) => {
      const jobs = await readerOf('jobs', transaction).all((all) => all.getAll());
      const gone = new Set(deletable(jobs).map(({ id }) => id));
      const kept = jobs.filter(({ id }) => !gone.has(id));
      const shown = kept.flatMap((job) => [job.sourceId, resultId(job) ?? job.sourceId]);
      const keptIds = kept.map(({ id }) => id);
      await deleteOthers(transaction, 'jobs', keptIds);
      await transaction.delete('files', [...gone]);
      await transaction.delete('saves', [...gone]);
      const ended = await transaction.read('saves', (saves) =>
        anyOf(saves.index('state'), ['saved', 'broken']),
      );
      const ofClips = ended.filter(({ of }) => of !== 'job').map(({ id }) => id);
      await transaction.delete('saves', ofClips);
      await deleteOthers(transaction, 'pictures', shown);
      await deleteEntries(transaction, today, new Set(keptIds));
      const ofPage = await readerOf('pageJobs', transaction).all((all) => all.getAll());
      const open = ofPage.filter(
        ({ state, clearedAt }) =>
          state === 'running' || (state === 'prepared' && clearedAt === undefined),
      );
      await deleteOthers(
        transaction,
        'pageJobs',
        open.map(({ id }) => id),
      );
      await transaction.clear('strips');
      await transaction.clear('quarantine');
      return { deleted: gone.size, kept: kept.length };
    },
  );
}

/** Deletes all of a table but what has these keys, also what does not parse. */
async function deleteOthers<Name extends 'jobs' | 'pictures' | 'pageJobs'>(
  transaction: Writes<Name>,
  table: Name,
  kept: readonly string[],
): Promise<void> {
  const isKept = new Set<IDBValidKey>(kept);
  const keys = await transaction.read(table, (rows) => rows.getAllKeys());
  await transaction.delete(
    table,
    keys.filter((key) => !isKept.has(key)),
  );
}

/** Deletes the submits before a moment (epoch ms), but those of jobs that stay. */
async function deleteEntries(
  transaction: Writes<'ledger'>,
  before: number,
  keptIds: ReadonlySet<string>,
): Promise<void> {
  const { parse } = readerOf('ledger', transaction);
  const range = IDBKeyRange.upperBound(before, true);
  const keys = await transaction.read('ledger', async (ledger) => {
    const at = ledger.index('at');
    const [all, records] = await Promise.all([at.getAllKeys(range), at.getAll(range)]);
    return all.filter((_, index) => !keptIds.has(parse(records[index])?.jobId ?? ''));
  });
  await transaction.delete('ledger', keys);
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
