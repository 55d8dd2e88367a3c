import { MOVE_TERMS } from '@/lib/flow/moves';
import type { OperationState } from '@/lib/flow/operation-state';
import type { Job, JobResult } from '@/lib/jobs/job';
import { inProject } from '@/lib/labs/replies/listed-media';
import type { Extras } from './ports';

/** What a finished operation leaves: the job's result, and the media or file to store with it. */
export function resultOf(
  job: Job,
  operation: OperationState,
): { result: JobResult; extras: Extras } {
  const { media, mediaId, name, form } = operation;
  const rawBytes = isFile(operation.rawBytes) ? operation.rawBytes : undefined;
  return {
    result: {
      ...(mediaId !== undefined && { mediaId }),
      // A reply in the `media` form brings no URL: asked again, it has nothing to say.
      ...(name !== undefined && form === undefined && { operation: name }),
      hasFile: rawBytes !== undefined,
    },
    extras: {
      ...(media && {
        media: { ...inProject(media, job.request.projectId), title: resultTitle(job) },
      }),
      ...(rawBytes !== undefined && { rawBytes }),
    },
  };
}

/** Whether the text is base64: what is not could never be stored, and would keep its job from its end. */
function isFile(text: string | undefined): boolean {
  try {
    return text !== undefined && atob(text).length > 0;
  } catch {
    return false;
  }
}

/** What the new clip is called until the page names it: the source and what was done with it. */
function resultTitle({ request, title }: Job): string {
  return request.action === 'reshoot' ? `${title}, ${MOVE_TERMS[request.move]}` : title;
}
