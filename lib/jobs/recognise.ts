import type { Started } from '@/lib/flow/started';
import type { PageJob, PageJobIn } from './page-job';

/**
 * The prepared job that a submit of the page is: of the same action in the same project, with the same
 * source where the submit names one, and else with the same words. Of several that fit alike the oldest.
 * A submit with other words on another clip is one of the user's own.
 *
 * @param prepared those of the account that the submit was seen in
 */
export function preparedFor(
  prepared: readonly PageJob[],
  started: Started,
): PageJobIn<'prepared'> | undefined {
  const fitting = prepared
    .filter((job) => job.state === 'prepared')
    .filter(({ action, projectId }) => {
      const isThere = started.projectId === undefined || started.projectId === projectId;
      return isThere && action === started.action;
    })
    .toSorted((one, other) => one.createdAt - other.createdAt);
  const ofSource = fitting.filter((job) => isOfSource(job, started));
  return (
    ofSource.find((job) => saysTheSame(job, started)) ??
    ofSource[0] ??
    fitting.find((job) => !namesSource(started) && saysTheSame(job, started))
  );
}

const namesSource = ({ sourceIds }: Started): boolean => sourceIds.length > 0;

/** Made from the very clip, or from all of the images. */
const isOfSource = ({ sourceIds }: PageJob, started: Started): boolean =>
  namesSource(started) &&
  sourceIds.length > 0 &&
  sourceIds.every((id) => started.sourceIds.includes(id));

/** The user may have changed a space; words are compared as they read. */
const saysTheSame = ({ prompt }: PageJob, started: Started): boolean =>
  prompt !== undefined && plain(prompt) === plain(started.prompt ?? '');

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
