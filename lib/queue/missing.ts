import type { JobIn } from '@/lib/jobs/job';
import { POLL_AT_MOST_MS, POLL_EVERY_MS } from './schedule';

type Running = JobIn<'running'>;

/** Running jobs whose operations Flow said it does not know. In memory: a new worker asks anew. */
export interface Missing {
  /** Flow did not know the operation of this job just now. Epoch ms. */
  lost(job: Running, now: number): void;
  /** Flow answered for these. */
  found(jobs: readonly Running[]): void;
  /** Forgets all jobs but these. */
  keep(jobs: readonly Running[]): void;
  /** The calls to make now: one for all that Flow knows, one for each other whose time has come. */
  apart(jobs: readonly Running[], now: number): Running[][];
}

/** Each missing one is asked for alone, after 10 s, 20 s and so on up to a minute. */
export function createMissing(): Missing {
  const missing = new Map<string, { waitMs: number; at: number }>();
  return {
    lost({ id }, now) {
      const waitMs = Math.min(POLL_AT_MOST_MS, 2 * (missing.get(id)?.waitMs ?? POLL_EVERY_MS));
      missing.set(id, { waitMs, at: now + waitMs });
    },
    found(jobs) {
      for (const { id } of jobs) missing.delete(id);
    },
    keep(jobs) {
      const ids = new Set(jobs.map(({ id }) => id));
      for (const id of missing.keys()) if (!ids.has(id)) missing.delete(id);
    },
    apart(jobs, now) {
      const known = jobs.filter(({ id }) => !missing.has(id));
      const due = jobs.filter(({ id }) => {
        const found = missing.get(id);
        // A clock that was put back must not put the question off.
        return found && (now >= found.at || now < found.at - found.waitMs);
      });
      return [...(known.length > 0 ? [known] : []), ...due.map((job) => [job])];
    },
  };
}
