import type { Action } from './action';
import type { Aspect } from './aspect';
import { parseCredits } from './credits-reply';
import type { Media } from './media';
import { type ModelFacts, parseModels } from './models-reply';
import { type OperationState, parseOperations } from './operations-reply';
import { PROCEDURES, pageCallKind } from './page-call';
import { parseProject, parseProjectMedia } from './project-reply';
import { parseContext, parseModelAsked } from './submit-seen';
import type { Tier } from './tier';

/** One of the page's own calls with its answer, as the page's observer saw it. */
export interface PageCall {
  readonly url: string;
  readonly authorization?: string | undefined;
  readonly requestBody?: string | undefined;
  readonly status: number;
  readonly body: string;
}

/** What such a call proves. Nothing in here asks for anything. */
export interface Facts {
  token?: string;
  sessionId?: string;
  tier?: Tier;
  balance?: number;
  media: Media[];
  operations: readonly OperationState[];
  project?: { projectId: string; title: string };
  models?: ModelFacts;
  modelAsked?: { action: Action; aspect: Aspect; key: string };
  /** Text of the session address, when the page itself asked for it. */
  session?: string;
}

const BEARER = /^Bearer ([\w.~+/=-]{20,4096})$/;

/**
 * Reads the facts out of one of the page's own calls. A refused call proves nothing but what its
 * request said, and its token is not believed after a 401.
 *
 * @param now epoch ms
 */
export function factsOf(call: PageCall, now: number): Facts {
  const facts: Facts = { media: [], operations: [] };
  const kind = pageCallKind(call.url);
  const good = call.status >= 200 && call.status < 300;
  if (kind === 'session' && good) facts.session = call.body;
  if (kind === 'trpc' && good) readTrpc(call, now, facts);
  if (kind !== undefined && kind !== 'session' && kind !== 'trpc') {
    const token = BEARER.exec(call.authorization ?? '')?.[1];
    if (token !== undefined && call.status !== 401) facts.token = token;
    if (call.requestBody !== undefined) Object.assign(facts, parseContext(call.requestBody));
    if (good) readApi(kind, call, now, facts);
  }
  return facts;
}

function readApi(
  kind: 'submit' | 'status' | 'credits' | 'api',
  call: PageCall,
  now: number,
  facts: Facts,
): void {
  if (kind === 'credits') {
    const credits = parseCredits(call.body);
    if (credits) facts.balance = credits.credits;
    if (credits?.tier) facts.tier = credits.tier;
  }
  if (kind === 'submit' || kind === 'status') {
    const reply = parseOperations(call.body, now);
    if (!reply.ok) return;
    facts.operations = reply.value.operations;
    facts.media = reply.value.operations.flatMap(({ media }) => media ?? []);
    if (reply.value.remainingCredits !== undefined) facts.balance = reply.value.remainingCredits;
  }
  const asked =
    kind === 'submit' && call.requestBody !== undefined
      ? parseModelAsked(call.url, call.requestBody)
      : undefined;
  if (asked) facts.modelAsked = asked;
}

function readTrpc(call: PageCall, now: number, facts: Facts): void {
  if (call.url.includes(PROCEDURES.workflows)) facts.media = parseProjectMedia(call.body, now);
  if (call.url.includes(PROCEDURES.models)) facts.models = parseModels(call.body);
  const project = call.url.includes(PROCEDURES.project) ? parseProject(call.body) : undefined;
  if (project) facts.project = project;
}
