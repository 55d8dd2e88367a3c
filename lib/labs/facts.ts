import type { Media } from '@/lib/flow/media';
import type { ModelAsked, ModelFacts } from '@/lib/flow/models';
import type { Tier } from '@/lib/flow/tier';
import { PROCEDURES, pageCallKind } from './page-call';
import { parseCredits } from './replies/credits';
import { isRetired } from './replies/error';
import { inProject } from './replies/listed-media';
import { parseModels } from './replies/models';
import { type OperationState, parseOperations } from './replies/operations';
import {
  type ProjectFacts,
  type ProjectList,
  parseOpening,
  parseProject,
  parseProjectList,
} from './replies/project';
import { proceduresIn, type TrpcAnswer, trpcAnswers } from './replies/trpc';
import { parseContext, parseModelsAsked } from './submit-seen';

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
  project?: ProjectFacts;
  models?: ModelFacts;
  /** Models that the page asked for and Flow took. */
  modelsAsked?: readonly ModelAsked[];
  /** How many entries of its answer could not be read, by what they are entries of. */
  leftOut?: { operations?: number; media?: number; models?: number };
  /** Whether the page was given a list of clips, or told that there is no such list any more. */
  list?: 'seen' | 'gone';
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
  if (kind === 'trpc' && !good && asksForList(call.url) && isRetired(call.body))
    facts.list = 'gone';
  if (kind !== undefined && kind !== 'session' && kind !== 'trpc') {
    const token = BEARER.exec(call.authorization ?? '')?.[1];
    if (token !== undefined && call.status !== 401) facts.token = token;
    if (call.requestBody !== undefined) Object.assign(facts, parseContext(call.requestBody));
    if (good) readApi(kind, call, now, facts);
  }
  return facts;
}

function readApi(
  kind: 'submit' | 'status' | 'credits',
  call: PageCall,
  now: number,
  facts: Facts,
): void {
  if (kind === 'credits') {
    const { credits, tier } = parseCredits(call.body) ?? {};
    if (credits !== undefined) facts.balance = credits;
    if (tier !== undefined) facts.tier = tier;
  }
  if (kind !== 'submit' && kind !== 'status') return;
  const reply = parseOperations(call.body, now);
  if (!reply.ok) return;
  const { operations, remainingCredits, leftOut } = reply.value;
  facts.operations = operations;
  facts.media = operations.flatMap(({ media }) =>
    media?.projectId === undefined ? [] : [inProject(media, media.projectId)],
  );
  if (remainingCredits !== undefined) facts.balance = remainingCredits;
  facts.leftOut = { operations: leftOut };
  if (kind === 'submit' && call.requestBody !== undefined)
    facts.modelsAsked = parseModelsAsked(call.url, call.requestBody, operations);
}

function readTrpc(call: PageCall, now: number, facts: Facts): void {
  for (const answer of trpcAnswers(call.url, call.body)) readAnswer(answer, now, facts);
}

/** The same procedure may stand twice in a batch, once for clips and once for images. */
function readAnswer({ procedure, result }: TrpcAnswer, now: number, facts: Facts): void {
  const { workflows, project, models, opening } = PROCEDURES;
  if (procedure === workflows) takeList(parseProjectList(result, now), facts);
  if (procedure === opening) takeList(parseOpening(result, now), facts);
  const seen = procedure === project || procedure === opening ? parseProject(result) : undefined;
  if (seen) facts.project = seen;
  const list = procedure === models || procedure === opening ? parseModels(result) : undefined;
  if (list) {
    facts.models = list;
    facts.leftOut = { ...facts.leftOut, models: list.leftOut };
  }
}

const asksForList = (url: string): boolean =>
  proceduresIn(url).some((name) => name === PROCEDURES.workflows || name === PROCEDURES.opening);

function takeList(list: ProjectList | undefined, facts: Facts): void {
  if (!list) return;
  facts.list = 'seen';
  facts.media = [...facts.media, ...list.media];
  facts.leftOut = { ...facts.leftOut, media: (facts.leftOut?.media ?? 0) + list.leftOut };
}
