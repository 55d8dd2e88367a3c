import type { Submit } from '../ledger';
import type { Media } from '../media';
import type { Failure } from '../mishaps';
import type { Work } from '../models';
import { isFreshToken } from '../page-token';
import { type Asking, mediaHere, recordContext } from './asking';
import { workflow } from './contents';
import { takeMishap } from './mishap';
import { DONE, type RecordStatus, workRecord } from './record';
import { quotaReached, unusual } from './refused';
import { createResult, upscaledKey } from './results';
import { type CheckedItem, checkSubmit } from './submit-checks';
import { type SubmitArgs, submitArgs } from './submit-shape';

const SENT: RecordStatus = [6];

// The page's own verification: one for one call.
function useToken(token: unknown, { state }: Asking): void {
  if (!isFreshToken(token, state.usedTokens)) throw unusual();
}

// What was upscaled before is there at once, for nothing.
function upscaledBefore({ clip, model }: CheckedItem, work: Work, asking: Asking) {
  if (work !== 'upscale' || !clip) return undefined;
  const key = upscaledKey(clip, model.resolution);
  return mediaHere(asking.state).find(({ mediaKey }) => mediaKey === key);
}

function entry({ item, clip }: CheckedItem) {
  const [startFrameIndex, endFrameIndex] = item.frames ?? [];
  const mediaIds = [...(clip ? [clip.mediaKey] : []), ...item.images.map((each) => each.mediaKey)];
  return {
    ...{ sceneId: item.own, modelKey: item.model, mediaIds },
    ...(item.prompt === undefined ? {} : { prompt: item.prompt }),
    ...(startFrameIndex === undefined ? {} : { startFrameIndex }),
    ...(endFrameIndex === undefined ? {} : { endFrameIndex }),
  };
}

interface Started {
  media: Media;
  status: RecordStatus;
}

function start(
  checked: CheckedItem,
  work: Work,
  { projectId }: SubmitArgs,
  args: unknown,
  asking: Asking,
  failure: Failure | undefined,
): Started {
  const { account, asked, state } = asking;
  const before = upscaledBefore(checked, work, asking);
  const price = before || failure ? 0 : checked.price;
  account.balance -= price;
  const media = before ?? createResult(checked, work, projectId, state.clock.now());
  const operation = before
    ? undefined
    : state.operations.start({
        ...{ action: work, account: account.email, sceneId: checked.item.own, result: media },
        ...(failure ? { failure } : {}),
      });
  const booked: Submit = {
    ...{ at: asked.at, site: 'flow.google.com', action: work, account: account.email, projectId },
    ...{ ...entry(checked), seed: media.seed ?? 0, price, balanceAfter: account.balance },
    ...(operation ? { operationName: operation.name } : {}),
    ...{ headers: asked.headers, body: args },
  };
  state.submits.push(booked);
  return { media: operation?.result ?? media, status: operation ? SENT : DONE };
}

// One call that generates; answered with what is left, workflows and records.
export function submit(work: Exclude<Work, 'reshoot'>) {
  return (args: unknown, asking: Asking): unknown => {
    const { account, state } = asking;
    const given = submitArgs(args, work);
    useToken(given.token, asking);
    const items = checkSubmit(given, work, asking);
    const mishap = takeMishap('submit', args, asking);
    const failure = mishap && 'fail' in mishap ? mishap.fail : undefined;
    const total = items.reduce((sum, { price }) => sum + (failure ? 0 : price), 0);
    if (total > account.balance) throw quotaReached();
    const started = items.map((item) => start(item, work, given, args, asking, failure));
    const context = recordContext(state);
    const workflows = started.map(({ media }) =>
      workflow(context.workflowOf(media), [media], given.batchId),
    );
    const records = started.map(({ media, status }) => workRecord(media, status, context));
    return [null, account.balance, workflows, records];
  };
}
