import type { Observation, PageCall } from '@/lib/flow/observation';
import { PROCEDURES, pageCallKind } from './page-call';
import { parseCredits } from './replies/credits';
import { isRetired } from './replies/error';
import { inProject } from './replies/listed-media';
import { parseModels } from './replies/models';
import { parseOperations } from './replies/operations';
import { type ProjectList, parseOpening, parseProject, parseProjectList } from './replies/project';
import { proceduresIn, type TrpcAnswer, trpcAnswers } from './replies/trpc';
import { parseStarted } from './started';
import { isVerified, parseContext, parseModelsAsked } from './submit-seen';
import { unknownWords } from './unknown-words';

const BEARER = /^Bearer ([\w.~+/=-]{20,4096})$/;

/**
 * Reads what is proved by one of the page's own calls. A refused call proves nothing but what its
 * request said, and its token is not believed after a 401.
 *
 * @param now epoch ms
 */
export function observationOf(call: PageCall, now: number): Observation {
  const observation: Observation = { media: [], operations: [] };
  const kind = pageCallKind(call.url);
  const good = call.status >= 200 && call.status < 300;
  if (kind === 'session' && good) observation.session = call.body;
  if (kind === 'trpc' && good) readTrpc(call, now, observation);
  if (kind === 'trpc' && !good && asksForList(call.url) && isRetired(call.body))
    observation.list = 'gone';
  if (kind !== undefined && kind !== 'session' && kind !== 'trpc') {
    const token = BEARER.exec(call.authorization ?? '')?.[1];
    if (token !== undefined && call.status !== 401) observation.token = token;
    if (call.requestBody !== undefined) Object.assign(observation, parseContext(call.requestBody));
    if (kind === 'submit' && call.requestBody !== undefined) {
      const isOwn = isVerified(call.requestBody);
      if (isOwn || good) observation.isVerified = isOwn;
    }
    if (good) readApi(kind, call, now, observation);
    const url = kind === 'submit' ? call.url : '';
    observation.unknown = unknownWords(url, observation.operations, observation.tier);
  }
  return observation;
}

function readApi(
  kind: 'submit' | 'status' | 'credits',
  call: PageCall,
  now: number,
  observation: Observation,
): void {
  if (kind === 'credits') {
    const { credits, tier } = parseCredits(call.body) ?? {};
    if (credits !== undefined) observation.balance = credits;
    if (tier !== undefined) observation.tier = tier;
  }
  if (kind !== 'submit' && kind !== 'status') return;
  const reply = parseOperations(call.body, now);
  if (!reply.ok) return;
  const { operations, remainingCredits, leftOut, unknownFields } = reply.value;
  observation.operations = operations;
  observation.media = operations.flatMap(({ media }) =>
    media?.projectId === undefined ? [] : [inProject(media, media.projectId)],
  );
  if (remainingCredits !== undefined) observation.balance = remainingCredits;
  observation.leftOut = { operations: leftOut };
  if (unknownFields.length > 0) observation.unknownFields = unknownFields;
  if (kind !== 'submit' || call.requestBody === undefined) return;
  observation.modelsAsked = parseModelsAsked(call.url, call.requestBody, operations);
  observation.started = parseStarted(call.url, call.requestBody, operations);
}

function readTrpc(call: PageCall, now: number, observation: Observation): void {
  for (const answer of trpcAnswers(call.url, call.body)) readAnswer(answer, now, observation);
}

/** The same procedure may stand twice in a batch, once for clips and once for images. */
function readAnswer(
  { procedure, result }: TrpcAnswer,
  now: number,
  observation: Observation,
): void {
  const { workflows, project, models, opening } = PROCEDURES;
  if (procedure === workflows) takeList(parseProjectList(result, now), observation);
  if (procedure === opening) takeList(parseOpening(result, now), observation);
  const seen = procedure === project || procedure === opening ? parseProject(result) : undefined;
  if (seen) observation.project = seen;
  const list = procedure === models || procedure === opening ? parseModels(result) : undefined;
  if (list) {
    observation.models = list;
    observation.leftOut = { ...observation.leftOut, models: list.leftOut };
  }
}

const asksForList = (url: string): boolean =>
  proceduresIn(url).some((name) => name === PROCEDURES.workflows || name === PROCEDURES.opening);

function takeList(list: ProjectList | undefined, observation: Observation): void {
  if (!list) return;
  observation.list = 'seen';
  observation.media = [...observation.media, ...list.media];
  observation.leftOut = {
    ...observation.leftOut,
    media: (observation.leftOut?.media ?? 0) + list.leftOut,
  };
}
