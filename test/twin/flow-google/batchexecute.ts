import type { Answer, Asked, Rpc } from '../exchange';
import { spoil } from '../mishaps';
import type { State } from '../state';
import type { Asking } from './asking';
import { credits, media, models, projectContents, projects } from './free-calls';
import { Instead } from './mishap';
import { HttpRefused, invalid, RpcRefused } from './refused';
import { type Outcome, payloadText, refusedReply, reply } from './reply';
import type { Build } from './rpc-ids';
import { status } from './status';
import { submit } from './submit';
import { envelope, type RpcAsked } from './transport';

type Handler = (args: unknown, asking: Asking) => string; // JSON text

const says =
  (handler: (args: unknown, asking: Asking) => unknown): Handler =>
  (args, asking) =>
    payloadText(handler(args, asking));

const VIDEO = 'VideoFxService.BatchAsyncGenerateVideo';
const STATUS = 'VideoFxService.BatchCheckAsyncVideoGenerationStatus';

const HANDLERS: Record<string, Handler> = {
  'FlowService.GetProjects': says(projects),
  'FlowService.GetProjectContents': projectContents,
  'FlowService.GetMedia': says(media),
  'VideoFxService.GetCredits': says(credits),
  'FlowService.GetModels': says(models),
  [STATUS]: says(status),
  [`${VIDEO}Text`]: says(submit('text')),
  [`${VIDEO}StartImage`]: says(submit('start-image')),
  [`${VIDEO}StartAndEndImage`]: says(submit('start-end-image')),
  [`${VIDEO}ReferenceImages`]: says(submit('references')),
  [`${VIDEO}ExtendVideo`]: says(submit('extend')),
  [`${VIDEO}EditVideo`]: says(submit('edit')),
  [`${VIDEO}UpsampleVideo`]: says(submit('upscale')),
};

function isVerified(args: unknown): boolean {
  const context: unknown = Array.isArray(args) ? args[1] : undefined;
  return Array.isArray(context) && Array.isArray(context[10]);
}

function answerTo(call: RpcAsked, name: string | undefined, asking: Asking): string {
  if (name === undefined) throw invalid(`no call ${call.id} in this build`);
  const ordered = asking.state.flowGoogle.orders.take(name);
  if (ordered && 'error' in ordered) throw new RpcRefused(ordered.error, 'to order');
  if (ordered) return payloadText(ordered.payload);
  const handler = HANDLERS[name];
  if (!handler) throw new RpcRefused([12], `the twin does not do ${name}`);
  return handler(call.args, asking);
}

function rpcOf({ id, args }: RpcAsked, build: Build): Rpc {
  const method = build.methodOf(id);
  const name = method ? { name: method.name } : {};
  return { id, args, generates: method?.generates ?? false, verified: isVerified(args), ...name };
}

// What was refused is noted in the record of the call.
function done(call: RpcAsked, rpc: Rpc, asking: Asking): Outcome {
  const { id, slot } = call;
  try {
    return { id, slot, payload: answerTo(call, rpc.name, asking) };
  } catch (error) {
    if (!(error instanceof RpcRefused)) throw error;
    rpc.refused = error.message;
    return { id, slot, error: error.slot };
  }
}

function kindOf(rpcs: readonly Rpc[]): Pick<Answer, 'kind'> {
  if (rpcs.some(({ generates }) => generates)) return { kind: 'submit' };
  return rpcs.some(({ name }) => name === STATUS) ? { kind: 'status' } : {};
}

function allDone(asked: Asked, calls: RpcAsked[], rpcs: Rpc[], asking: Asking): Answer {
  const given = asking.state.mishaps.given('batchexecute', asked.body);
  if (given) return given;
  const outcomes = calls.flatMap((call, index) => {
    const rpc = rpcs[index];
    return rpc ? [done(call, rpc, asking)] : [];
  });
  const refused = rpcs.flatMap((rpc) => rpc.refused ?? []);
  return asking.mishaps.reduce(spoil, {
    ...reply(outcomes),
    ...(refused.length > 0 ? { reason: refused.join('; ') } : {}),
  });
}

// Instead of an answer with its calls: a whole request is refused, or meets something else to order.
function otherwise(error: unknown): Answer {
  if (error instanceof Instead) return error.answer;
  if (error instanceof HttpRefused) return refusedReply(error.status, error.message);
  throw error;
}

// Every request that the page makes of its server.
export function batchexecute(asked: Asked, state: State): Answer {
  let known: Pick<Answer, 'account' | 'rpcs' | 'kind'> = {};
  try {
    const { account, calls } = envelope(asked, state.flowGoogle.accounts);
    const build = state.flowGoogle.builds.current();
    const rpcs = calls.map((call) => rpcOf(call, build));
    known = { account: account.email, rpcs, ...kindOf(rpcs) };
    const answer = allDone(asked, calls, rpcs, { asked, account, state, mishaps: [] });
    return { ...answer, ...known };
  } catch (error) {
    return { ...otherwise(error), ...known };
  }
}
