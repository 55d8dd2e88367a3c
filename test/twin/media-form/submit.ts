import type { Answer } from '../exchange';
import type { Action } from '../models';
import { isUpscaleOf } from '../results';
import { type Accepted, type Submitting, submitWith } from '../submit';
import { checkSubmit } from '../submit-checks';
import { mediaEntry, SCHEDULED, SUCCESSFUL, workflowEntry } from './entry';
import { MEDIA_FORM } from './models';
import { mediaSubmitBody } from './shape';

// What was upscaled before is there at once.
function resultOf({ item, operation }: Accepted, { state: { world } }: Submitting) {
  if (operation) return { media: operation.result, status: SCHEDULED };
  const media = world.media.find((each) => isUpscaleOf(each, item.media[0]));
  if (!media) throw new Error(`No upscaled clip for ${item.path}`);
  return { media, status: SUCCESSFUL };
}

export function mediaSubmit(action: Action, submitting: Submitting): Answer {
  const { body, account, state } = submitting;
  const { batchId, ...asks } = mediaSubmitBody(body, action, state.usedTokens);
  const items = checkSubmit(asks, action, account, state.world, MEDIA_FORM);
  return submitWith(items, action, submitting, (accepted) => {
    const results = accepted.map((each) => resultOf(each, submitting));
    return {
      remainingCredits: account.balance,
      workflows: results.map(({ media }) => workflowEntry(media, batchId)),
      media: results.map(({ media, status }) => mediaEntry(media, status)),
    };
  });
}
