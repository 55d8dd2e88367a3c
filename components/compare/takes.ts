import { i18n } from '#i18n';
import type { Job, JobIn } from '@/lib/jobs/job';
import { number } from '@/lib/text/format';
import { titleInSentence } from '@/lib/text/title';

/** Takes as they are shown: in the order they were wished, without those taken off the list. */
export const takesOf = (batch: readonly Job[], shownId?: string): Job[] =>
  batch
    .filter(({ id, clearedAt }) => clearedAt === undefined || id === shownId)
    .toSorted((one, other) => one.createdAt - other.createdAt || one.id.localeCompare(other.id));

/** What tells a take from the others of its batch: its move, its clip, or its place. */
export function takeName(job: Job, batch: readonly Job[]): string {
  const { request } = job;
  if (request.action === 'reshoot') return i18n.t(`move.${request.move}`);
  if (batch.length < 2) return i18n.t('sheet.result');
  if (request.action === 'upscale') return titleInSentence(job.title);
  const position = batch.filter(({ createdAt }) => createdAt < job.createdAt).length;
  return i18n.t('sheet.take', [number(position + 1)]);
}

export const isDone = (job: Job | undefined): job is JobIn<'done'> => job?.state === 'done';

/** Whether the user has said neither keep nor discard of a finished take. */
const isOpen = (job: Job): boolean =>
  isDone(job) && job.keptAt === undefined && job.clearedAt === undefined;

/** The finished take to look at after one was decided: the next that is not, in the order shown. */
export function nextTake(takes: readonly Job[], id: string): Job | undefined {
  const at = takes.findIndex((take) => take.id === id);
  const others = [...takes.slice(at + 1), ...takes.slice(0, Math.max(0, at))];
  return others.find(isOpen);
}
