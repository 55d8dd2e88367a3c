import { readFileSync } from 'node:fs';
import { type Answer, type Asked, json } from './exchange';
import type { Submit } from './ledger';
import { instead, spoil } from './mishaps';
import type { Action } from './models';
import { Refusal, reason } from './refusal';
import { createResult, isUpscaleOf } from './results';
import type { State } from './state';
import { type CheckedItem, checkSubmit } from './submit-checks';
import { submitBody } from './submit-shape';
import type { Account } from './world';

const STATUS = 'MEDIA_GENERATION_STATUS';

// A clip that was upsampled before comes back at once, bytes and all; there is nothing to poll.
function finished(item: CheckedItem, { world }: State) {
  const done = world.media.find((media) => isUpscaleOf(media, item.media[0]));
  if (!done) throw new Error(`No upscaled clip for ${item.sceneId}`);
  return {
    rawBytes: readFileSync(done.file).toString('base64'),
    mediaGenerationId: done.mediaId,
    sceneId: item.sceneId,
    status: `${STATUS}_SUCCESSFUL`,
  };
}

function priceOf(item: CheckedItem, action: Action, { world }: State) {
  const again = action === 'upscale' && world.media.some((m) => isUpscaleOf(m, item.media[0]));
  return { again, price: again ? 0 : item.model.price };
}

function entry(item: CheckedItem): Omit<Submit, keyof Booked> {
  const { projectId, sceneId, seed, modelKey, mediaIds, prompt, move } = item;
  const { startFrameIndex, endFrameIndex } = item;
  return {
    ...{ projectId, sceneId, seed, modelKey, mediaIds },
    ...(prompt === undefined ? {} : { prompt }),
    ...(move === undefined ? {} : { move }),
    ...(startFrameIndex === undefined ? {} : { startFrameIndex }),
    ...(endFrameIndex === undefined ? {} : { endFrameIndex }),
  };
}

type Booked = Pick<
  Submit,
  | 'at'
  | 'site'
  | 'action'
  | 'account'
  | 'operationName'
  | 'price'
  | 'balanceAfter'
  | 'headers'
  | 'body'
>;

export function submit(
  action: Action,
  asked: Asked,
  body: unknown,
  account: Account,
  state: State,
): Answer {
  const scenes = new Set(state.submits.map(({ sceneId }) => sceneId));
  const asks = submitBody(body, action, state.verifies);
  const items = checkSubmit(asks, action, account, state.world, scenes);
  const mishap = state.mishaps.take('submit', body);
  const stopped = instead(mishap, () => state.tokens.revoke(account.email));
  if (stopped) return { ...stopped, kind: 'submit' };
  const failure = mishap && 'fail' in mishap ? mishap.fail : undefined;
  const priced = items.map((item) => ({ item, ...priceOf(item, action, state) }));
  const total = priced.reduce((sum, { price }) => sum + (failure ? 0 : price), 0);
  if (total > account.balance) {
    throw new Refusal(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted.', [
      reason('PUBLIC_ERROR_USER_QUOTA_REACHED'),
    ]);
  }
  const operations = priced.map(({ item, again, price: fullPrice }) => {
    const price = failure ? 0 : fullPrice;
    account.balance -= price;
    const booked = {
      ...{
        at: asked.at,
        site: 'labs.google' as const,
        action,
        account: account.email,
        price,
        balanceAfter: account.balance,
      },
      ...{ headers: asked.headers, body, ...entry(item) },
    };
    if (again) {
      state.submits.push(booked);
      return finished(item, state);
    }
    const operation = state.operations.start({
      ...{ action, account: account.email, sceneId: item.sceneId },
      result: createResult(item, action),
      ...(failure ? { failure } : {}),
    });
    state.submits.push({ ...booked, operationName: operation.name });
    const { name, sceneId } = operation;
    return { operation: { name }, sceneId, status: `${STATUS}_PENDING` };
  });
  const answer = json({ operations, remainingCredits: account.balance });
  return { ...spoil(answer, mishap), kind: 'submit' };
}
