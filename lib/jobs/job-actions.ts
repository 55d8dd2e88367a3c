import type { Failure } from '@/lib/flow/failure';
import { isEnded, isLate, type Job } from './job';

/** All that can be done with a job. */
export type ActionName =
  | 'cancel'
  | 'stop'
  | 'save'
  | 'saveAgain'
  | 'checkAgain'
  | 'again'
  | 'edit'
  | 'forget'
  | 'show'
  | 'compare'
  | 'extend'
  | 'reshoot'
  | 'upscale'
  | 'keep'
  | 'unkeep'
  | 'copySettings'
  | 'copyPrompt'
  | 'clear'
  | 'putBack';

/** What can be done with a job now: the one thing in front, and the rest in groups. */
export interface JobActionGroups {
  readonly main?: ActionName;
  readonly more: readonly (readonly ActionName[])[];
}

/**
 * What can be done with a job in its state.
 *
 * @param isRepeated it was sent again already: its successor can be, it cannot
 * @param isUnsaved its file was to be saved and was not
 */
export function actionsOf(job: Job, isRepeated: boolean, isUnsaved = false): JobActionGroups {
  const save = isUnsaved ? 'saveAgain' : 'save';
  const main = job.clearedAt === undefined ? mainOf(job, isRepeated, save) : 'putBack';
  const groups: ActionName[][] = [
    forState(job, isRepeated, save),
    onFrom(job),
    ['show', ...copies(job), ...away(job)],
  ];
  const more = groups.map((group) => group.filter((action) => action !== main));
  return {
    ...(main !== undefined && { main }),
    more: more.filter((group) => group.length > 0),
  };
}

function mainOf(job: Job, isRepeated: boolean, save: ActionName): ActionName | undefined {
  switch (job.state) {
    case 'waiting':
      return 'cancel';
    case 'running':
      return 'show';
    case 'done':
      return save;
    case 'unknown':
      return 'checkAgain';
    case 'failed':
      if (isLate(job)) return 'checkAgain';
      if (isAboutInput(job.failure)) return 'edit';
      return isRepeated ? undefined : 'again';
    case 'submitting':
    case 'cancelled':
      return undefined;
  }
}

function forState(job: Job, isRepeated: boolean, save: ActionName): ActionName[] {
  const again: ActionName[] = isRepeated ? [] : ['again'];
  switch (job.state) {
    case 'running':
      return ['stop'];
    case 'done':
      return [save, ...comparable(job), job.keptAt === undefined ? 'keep' : 'unkeep'];
    case 'failed':
      return isAboutInput(job.failure) ? ['edit', ...again] : again;
    case 'unknown':
      return [...again, 'forget'];
    default:
      return [];
  }
}

/** A video from images has no clip to be compared with. */
const comparable = ({ request }: Job): ActionName[] =>
  request.action === 'references' ? [] : ['compare'];

/** What can be made of a result: it has to be in the library, and is upscaled only once. */
function onFrom(job: Job): ActionName[] {
  if (job.state !== 'done' || job.result.mediaId === undefined) return [];
  const isUpscaled = job.request.action === 'upscale';
  return ['extend', 'reshoot', ...(isUpscaled ? [] : (['upscale'] as const))];
}

const copies = ({ request }: Job): ActionName[] =>
  'prompt' in request ? ['copySettings', 'copyPrompt'] : ['copySettings'];

const away = (job: Job): ActionName[] =>
  job.clearedAt === undefined && isEnded(job) ? ['clear'] : [];

/** Flow's words for what only another prompt, clip or image changes. */
const ABOUT_INPUT =
  /UNSAFE_GENERATION|PROMINENT_PEOPLE|VIOLENCE|DANGER|SEXUAL|MINOR|AUDIO_FILTERED|NON_ENGLISH/;

const isAboutInput = ({ kind, reason }: Failure): boolean =>
  kind === 'invalid' || ABOUT_INPUT.test(reason ?? '');
