import { MOVE_TERMS } from '@/lib/flow/moves';
import type { OperationState } from '@/lib/flow/operations-reply';
import type { Job, JobResult } from '@/lib/job/job';
import type { Extras } from './ports';

/** What a finished operation leaves: the job's result, and the media or file to store with it. */
export function resultOf(
  job: Job,
  operation: OperationState,
): { result: JobResult; extras: Extras } {
  const { media, mediaId, name, rawBytes } = operation;
  return {
    result: {
      ...(mediaId !== undefined && { mediaId }),
      ...(name !== undefined && { operation: name }),
      hasFile: rawBytes !== undefined,
    },
    extras: {
      ...(media && { media: { ...media, title: resultTitle(job) } }),
      ...(rawBytes !== undefined && { rawBytes }),
    },
  };
}

/** What the new clip is called until the page names it: the source and what was done with it. */
function resultTitle({ request, title }: Job): string {
  return request.action === 'reshoot' ? `${title}, ${MOVE_TERMS[request.move]}` : title;
}
