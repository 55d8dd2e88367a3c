import { readFileSync } from 'node:fs';
import { type Answer, type Asked, json } from './exchange';
import type { Submit } from './ledger';
import { type Failure, instead, spoil } from './mishaps';
import type { Action } from './models';
import type { Operation } from './operations';
import { Refusal, reason } from './refusal';
import { createResult, isUpscaleOf } from './results';
import type { State } from './state';
import { type CheckedItem, checkSubmit, OPERATIONS } from './submit-checks';
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

export interface Accepted {
  item: CheckedItem;
  operation?: Operation; // none where the clip was there already
}

// Books what was checked and starts it. What ends FAILED is not charged.
function accept(
  items: readonly CheckedItem[],
  action: Action,
  { asked, body, account, state }: Submitting,
  failure: Failure | undefined,
): Accepted[] {
  const priced = items.map((item) => ({ item, ...priceOf(item, action, state) }));
  const total = priced.reduce((sum, { price }) => sum + (failure ? 0 : price), 0);
  if (total > account.balance) {
    throw new Refusal(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted.', [
      reason('PUBLIC_ERROR_USER_QUOTA_REACHED'),
    ]);
  }
  return priced.map(({ item, again, price: fullPrice }) => {
    const price = failure ? 0 : fullPrice;
    account.balance -= price;
    const booked = {
      ...{ at: asked.at, site: 'labs.google' as const, action, account: account.email },
      ...{ price, balanceAfter: account.balance, headers: asked.headers, body, ...entry(item) },
    };
    if (again) {
      state.submits.push(booked);
      return { item };
    }
    const operation = state.operations.start({
      ...{ action, account: account.email, sceneId: item.sceneId },
      result: createResult(item, action),
      ...(failure ? { failure } : {}),
    });
    state.submits.push({ ...booked, operationName: operation.name });
    return { item, operation };
  });
}

export interface Submitting {
  asked: Asked;
  body: unknown;
  account: Account;
  state: State;
}

// A submit with what goes wrong to order: `answer` says what was accepted in the words of its form.
export function submitWith(
  items: readonly CheckedItem[],
  action: Action,
  submitting: Submitting,
  answer: (accepted: readonly Accepted[]) => unknown,
): Answer {
  const { body, account, state } = submitting;
  const mishap = state.mishaps.take('submit', body);
  const stopped = instead(mishap, () => state.tokens.revoke(account.email));
  if (stopped) return { ...stopped, kind: 'submit' };
  const failure = mishap && 'fail' in mishap ? mishap.fail : undefined;
  const accepted = accept(items, action, submitting, failure);
  return { ...spoil(json(answer(accepted)), mishap), kind: 'submit' };
}

export function submit(action: Action, submitting: Submitting): Answer {
  const { body, account, state } = submitting;
  const scenes = new Set(state.submits.map(({ sceneId }) => sceneId));
  const asks = submitBody(body, action, state.verifies);
  const items = checkSubmit(asks, action, account, state.world, OPERATIONS, scenes);
  return submitWith(items, action, submitting, (accepted) => ({
    operations: accepted.map(({ item, operation }) => {
      if (!operation) return finished(item, state);
      const { name, sceneId } = operation;
      return { operation: { name }, sceneId, status: `${STATUS}_PENDING` };
    }),
    remainingCredits: account.balance,
  }));
}
