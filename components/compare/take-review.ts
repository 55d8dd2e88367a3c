import { type ReadonlySignal, useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { warn } from '@/lib/base/log';
import type { Job } from '@/lib/jobs/job';
import { sendCommand } from '@/lib/messaging/client';
import type { Comparison } from './comparison';
import { nextTake, takeName } from './takes';

export interface TakeReview {
  /** Marks the take and goes on to the next undecided one; of a kept one, takes the mark off. */
  readonly keep: () => Promise<void>;
  /** Hides the take and goes on to the next. */
  readonly discard: () => Promise<void>;
  /** Brings the discarded take back. */
  readonly undo: () => Promise<void>;
  readonly isDiscarded: boolean;
  /** The name of the take that was discarded last, while that can be undone. */
  readonly discarded: ReadonlySignal<{ readonly id: string; readonly name: string } | undefined>;
  readonly problem: ReadonlySignal<string | undefined>;
}

/** What the user says of a take. */
export function useTakeReview({ job, batch }: Comparison): TakeReview {
  const { announcer, compared } = useViewStore();
  const discarded = useSignal<{ id: string; name: string } | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const name = takeName(job, batch);
  const isDiscarded = job.clearedAt !== undefined;

  const attempt = async (command: () => Promise<unknown>, then: () => void) => {
    problem.value = undefined;
    try {
      await command();
      then();
    } catch (error) {
      warn('take review', error);
      problem.value = i18n.t('refusal.unanswered');
    }
  };
  const goOn = (next: Job | undefined, said: string) => {
    announcer.announce(next ? i18n.t('compare.next', [said, takeName(next, batch)]) : said);
    if (next) compared.show(next.id);
  };
  const clear = (id: string, isCleared: boolean) =>
    sendCommand('clear', { jobIds: [id], isCleared });

  return {
    isDiscarded,
    discarded,
    problem,

    async keep() {
      if (isDiscarded) return;
      const isKept = job.keptAt === undefined;
      await attempt(
        () => sendCommand('keep', { jobId: job.id, isKept }),
        () => {
          discarded.value = undefined;
          if (isKept) goOn(nextTake(batch, job.id), i18n.t('compare.kept', [name]));
          else announcer.announce(i18n.t('compare.unkept', [name]));
        },
      );
    },

    async discard() {
      if (isDiscarded) return;
      await attempt(
        () => clear(job.id, true),
        () => {
          discarded.value = { id: job.id, name };
          goOn(nextTake(batch, job.id), i18n.t('compare.discarded', [name]));
        },
      );
    },

    async undo() {
      const last = discarded.value ?? { id: job.id, name };
      await attempt(
        () => clear(last.id, false),
        () => {
          discarded.value = undefined;
          announcer.announce(i18n.t('compare.undone', [last.name]));
          compared.show(last.id);
        },
      );
    },
  };
}
