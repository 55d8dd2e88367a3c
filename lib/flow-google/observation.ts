import type { Media } from '@/lib/flow/media';
import type { Observation, PageCall } from '@/lib/flow/observation';
import { isKnownTier } from '@/lib/flow/tier';
import { type BatchAnswer, parseBatch } from './batchexecute';
import { callNamed, type LearnedIds } from './call-ids';
import { type CallFound, callOf, type LearnedId } from './calls';
import { OF_INTEREST } from './of-interest';
import { at, listAt } from './positions';
import { isKnownFamily } from './recipe';
import type { FlowRecord } from './record';
import { type MediaReply, parseContents, parseMedia } from './replies/contents';
import { parseCredits } from './replies/credits';
import { type Generations, parseStatus, parseSubmit, stateOf } from './replies/generations';
import { parseModels } from './replies/models';
import { parseProjects } from './replies/projects';
import type { Shape } from './shapes';
import { startedOf } from './started';
import { unknownPlaces } from './unknown-places';

/** What a call of the page proves, and what it shows of the ids of calls. */
export interface BatchObservation extends Observation {
  readonly learned: LearnedId[];
  /** By what each answer was recognised, for the self-check. */
  readonly recognised: Pick<CallFound, 'shape' | 'by'>[];
}

/** Names of one call that mean nothing here; they say that Flow has changed. */
const UNKNOWN_AT_MOST = 20;

/**
 * Reads what is proved by one of the page's calls on flow.google.com. A body may hold several answers;
 * one that was refused, or cannot be read, proves nothing.
 *
 * @param now epoch ms
 * @param learned ids that the page was seen using before
 */
export function observationOfBatch(
  call: PageCall,
  now: number,
  learned: LearnedIds,
): BatchObservation {
  const observation: BatchObservation = { media: [], operations: [], learned: [], recognised: [] };
  if (!OF_INTEREST.test(call.url)) return observation;
  const good = call.status >= 200 && call.status < 300;
  const { answers, isSignedOut, leftOut } = parseBatch(call.body);
  if (isSignedOut || call.status === 401) return { ...observation, isSignedOut: true };
  if (!good) return observation;
  count(observation, 'operations', leftOut);
  for (const answer of answers) readAnswer(answer, { now, learned }, observation);
  return observation;
}

interface Context {
  readonly now: number;
  readonly learned: LearnedIds;
}

function readAnswer(answer: BatchAnswer, context: Context, observation: BatchObservation): void {
  if ('error' in answer || answer.payload === null) return;
  const { id, payload } = answer;
  const found = callOf(id, payload, context.learned);
  if (found) {
    observation.recognised.push({ shape: found.shape, by: found.by });
    if (found.learned) observation.learned.push(found.learned);
    TAKE[found.shape](payload, observation, { now: context.now, startedBy: found.startedBy });
  } else if (callNamed(id, context.learned) === undefined) note(observation, `call ${id}`);
}

type Take = (
  payload: unknown,
  observation: BatchObservation,
  details: { readonly now: number; readonly startedBy: CallFound['startedBy'] },
) => void;

const TAKE: Readonly<Record<Shape, Take>> = {
  credits(payload, observation) {
    const { credits, tier } = parseCredits(payload);
    if (credits !== undefined) observation.balance = credits;
    if (tier !== undefined) observation.tier = tier;
    if (tier !== undefined && !isKnownTier(tier)) note(observation, tier);
  },
  models(payload, observation) {
    const list = parseModels(payload);
    if (list) observation.models = list;
    count(observation, 'models', list?.leftOut ?? 0);
  },
  projects(payload, observation) {
    const { entries, leftOut } = parseProjects(payload);
    observation.projects = [...(observation.projects ?? []), ...entries];
    count(observation, 'projects', leftOut);
  },
  contents(payload, observation, { now }) {
    observation.list = 'seen';
    takeMedia(parseContents(payload, now), observation);
  },
  media: (payload, observation, { now }) => takeMedia(parseMedia([payload], now), observation),
  images: (payload, observation, { now }) =>
    takeMedia(parseMedia(at(payload, 0), now), observation),
  status(payload, observation, { now }) {
    noteFields(listAt(payload, 2), observation);
    takeStates(parseStatus(payload), now, observation);
  },
  submit(payload, observation, { now, startedBy }) {
    noteFields(listAt(payload, 3), observation);
    const submit = parseSubmit(payload);
    const started = startedOf(submit, startedBy);
    observation.started = [...(observation.started ?? []), ...started];
    takeStates(submit, now, observation);
  },
};

function takeMedia({ media, records, leftOut }: MediaReply, observation: BatchObservation): void {
  observation.media = [...observation.media, ...media];
  noteFamilies(records, observation);
  count(observation, 'media', leftOut);
}

function takeStates(
  { records, balance, leftOut }: Generations,
  now: number,
  observation: BatchObservation,
): void {
  const states = records.map((record) => stateOf(record, now));
  observation.operations = [...observation.operations, ...states];
  const media = states.flatMap(({ media: seen }): Media[] =>
    seen?.projectId === undefined ? [] : [{ ...seen, projectId: seen.projectId }],
  );
  observation.media = [...observation.media, ...media];
  if (balance !== undefined) observation.balance = balance;
  for (const { progress, status } of states) if (progress === 'unknown') note(observation, status);
  noteFamilies(records, observation);
  count(observation, 'operations', leftOut);
}

const noteFamilies = (records: readonly FlowRecord[], observation: BatchObservation): void => {
  for (const { recipe } of records)
    if (recipe.family !== undefined && !isKnownFamily(recipe.family))
      note(observation, `FAMILY_${recipe.family}`);
};

function noteFields(records: readonly unknown[], observation: BatchObservation): void {
  const places = records.slice(0, UNKNOWN_AT_MOST).flatMap(unknownPlaces);
  if (places.length > 0) observation.unknownFields = [...new Set(places)];
}

function note(observation: Observation, word: string): void {
  const { unknown = [] } = observation;
  if (unknown.length < UNKNOWN_AT_MOST && !unknown.includes(word))
    observation.unknown = [...unknown, word];
}

function count(
  observation: Observation,
  of: keyof NonNullable<Observation['leftOut']>,
  leftOut: number,
): void {
  if (leftOut > 0)
    observation.leftOut = {
      ...observation.leftOut,
      [of]: (observation.leftOut?.[of] ?? 0) + leftOut,
    };
}
