import type { Answer } from '../exchange';
import { instead, type Kind, type Mishap } from '../mishaps';
import { Refusal } from '../refusal';
import type { Asking } from './asking';
import { codeOf, HttpRefused, RpcRefused, withReason } from './refused';

// Answers the whole request in the place of its calls.
export class Instead extends Error {
  constructor(readonly answer: Answer) {
    super('answered instead');
  }
}

function rpcRefusal({ status, message, details }: Refusal): RpcRefused {
  const [, word] = /"reason":"([^"]*)"/.exec(JSON.stringify(details)) ?? [];
  if (word !== undefined) return withReason(codeOf(status), word);
  return new RpcRefused([codeOf(status), message], message);
}

// What goes wrong to order with one call; what happens to its answer is kept for when it is there.
export function takeMishap(kind: Kind, args: unknown, asking: Asking): Mishap | undefined {
  const mishap = asking.state.mishaps.take(kind, args);
  if (!mishap) return undefined;
  try {
    const answer = instead(mishap, () => {
      throw new HttpRefused(401, 'the session has ended');
    });
    if (answer) throw new Instead(answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw rpcRefusal(error);
  }
  asking.mishaps.push(mishap);
  return mishap;
}
