import { type Job, jobSchema, OPEN_STATES } from '@/lib/jobs/job';
import { costSince, type LedgerEntry, ledgerId, ledgerSchema } from '@/lib/ledger/ledger';
import type { Extras, JobPort } from '@/lib/queue/ports';

interface Disk {
  readonly jobs: Map<string, Job>;
  readonly ledger: Map<string, LedgerEntry>;
  /** Runs one transaction. */
  readonly touch: <Value>(effect: () => Value | Promise<Value>) => Promise<Value>;
  /** A job is about to be written; what it throws keeps it off the disk. */
  readonly beforeWrite: (job: Job, extras: Extras) => void;
}

/** The queue's jobs on a disk in memory, which takes only what the real one could give back. */
export function createFakeJobs({ jobs, ledger, touch, beforeWrite }: Disk): JobPort {
  const all = () => [...jobs.values()];
  const isResult = (mediaId: string, of: Job) =>
    all().some((job) => job.id !== of.id && job.state === 'done' && job.result.mediaId === mediaId);

  return {
    async open() {
      const states: readonly string[] = OPEN_STATES;
      return all().filter(({ state }) => states.includes(state));
    },
    unknown: async () => all().filter((job) => job.state === 'unknown'),
    claimed: async () =>
      new Set(all().flatMap((job) => (job.state === 'done' ? (job.result.mediaId ?? []) : []))),
    sentSince: async (since) =>
      all().filter(({ sentAt }) => sentAt !== undefined && sentAt >= since),
    update: (id, change, { claims, ...extras } = {}) =>
      touch(() => {
        const before = jobs.get(id);
        if (!before) return undefined;
        const isTaken = claims !== undefined && isResult(claims, before);
        const original = jobs.get(before.againOf ?? '');
        const { job, entry } = change(before, ledger.get(ledgerId(before)), { original, isTaken });
        if (job === before) return { job, changed: false };
        beforeWrite(job, extras);
        jobs.set(id, jobSchema.parse(structuredClone(job)));
        if (entry) ledger.set(entry.id, ledgerSchema.parse(structuredClone(entry)));
        return { job, changed: true };
      }),
    lastSubmit: async (upTo = Number.POSITIVE_INFINITY) =>
      all()
        .filter(({ sentAt }) => sentAt !== undefined && sentAt <= upTo)
        .toSorted((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0))[0],
    costSince: (since) => touch(() => costSince([...ledger.values()], since)),
  };
}
