import { ACTIONS } from '@/lib/flow/action';
import type { ActionName } from './job-actions';
import type { PageJob } from './page-job';

/** What can be done with what the page has started: it is never sent, cancelled or sent again. */
export type PageActionName =
  /** Goes where its press is, with its prompt in the clipboard. */
  | 'open'
  | Extract<
      ActionName,
      | 'save'
      | 'saveAgain'
      | 'extend'
      | 'reshoot'
      | 'upscale'
      | 'show'
      | 'copySettings'
      | 'copyPrompt'
      | 'clear'
      | 'putBack'
    >;

interface PageActionGroups {
  readonly main: PageActionName;
  readonly more: readonly (readonly PageActionName[])[];
}

/**
 * What can be done with it in its state: the one thing in front, and the rest in groups.
 *
 * @param isUnsaved its file was to be saved and was not
 */
export function pageJobActions(job: PageJob, isUnsaved: boolean): PageActionGroups {
  const hasClip = job.state === 'done' && job.mediaId !== undefined;
  const isCleared = job.clearedAt !== undefined;
  const save = isUnsaved ? 'saveAgain' : 'save';
  const main = isCleared ? 'putBack' : hasClip ? save : job.state === 'prepared' ? 'open' : 'show';
  const onFrom: PageActionName[] = ['extend', 'reshoot'];
  if (job.action !== 'upscale') onFrom.push('upscale');
  const rest: PageActionName[] = [
    'show',
    ...(ACTIONS.some((action) => action === job.action) ? (['copySettings'] as const) : []),
    ...(job.prompt === undefined ? [] : (['copyPrompt'] as const)),
    ...(job.state === 'running' || isCleared ? [] : (['clear'] as const)),
  ];
  const saves: PageActionName[] = hasClip ? [save] : [];
  const groups = [saves, hasClip ? onFrom : [], rest];
  return {
    main,
    more: groups
      .map((group) => group.filter((action) => action !== main))
      .filter((group) => group.length > 0),
  };
}
