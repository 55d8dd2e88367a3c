import { PROMPT_MAX } from '@/lib/flow/request';
import type { PageAction, Started } from '@/lib/flow/started';
import type { VerifiedCall } from './call-ids';
import { actionOf } from './recipe';
import type { Generations } from './replies/generations';

/** Flow's page starts four at a time at most; more than this in one call are not its own. */
const STARTED_AT_MOST = 16;

/** What a call starts, where its records do not say it themselves. */
const ACTIONS: Readonly<Partial<Record<VerifiedCall, PageAction>>> = {
  text: 'text',
  startImage: 'frames',
  startEndImage: 'frames',
  references: 'references',
  extend: 'extend',
  edit: 'edit',
  upscale: 'upscale',
};

/**
 * Clips that a submit of the page has started, by their records: requests carry the page's own verification
 * and are never read. Which frames an extend goes on from is said in the request alone.
 *
 * @param call the page's call, where its id is known
 */
export function startedOf(
  { records, workflows }: Pick<Generations, 'records' | 'workflows'>,
  call: VerifiedCall | undefined,
): Started[] {
  const clips = records.filter(({ kind }) => kind === 'video');
  return clips.slice(0, STARTED_AT_MOST).map((record) => {
    const { id, projectId, prompt, recipe, seed } = record;
    const batchId = workflows.find((tile) => tile.id === record.workflowId)?.batchId;
    const named = call && ACTIONS[call];
    return {
      action: actionOf(recipe, id) ?? named ?? 'other',
      operation: id,
      mediaId: id,
      ...(projectId !== undefined && { projectId }),
      ...(batchId !== undefined && { batchId }),
      ...(prompt !== undefined && { prompt: prompt.slice(0, PROMPT_MAX) }),
      ...(recipe.model !== undefined && { model: recipe.model }),
      ...(recipe.aspect && { aspect: recipe.aspect }),
      ...(seed !== undefined && { seed }),
      sourceIds: recipe.sourceIds,
    };
  });
}
