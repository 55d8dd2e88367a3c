import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { MOVES } from '@/lib/flow/moves';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Job, JobCore } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { core, OPERATION, uuid } from '../samples/jobs';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';

const { street, witch, cat, door, train } = CLIPS;

type Asked = Partial<GenerationRequest>;

let made = 0;

/** The batch of a job on one of the twin's clips, in a batch of its own, so many seconds ago. */
function batch(
  account: string,
  { title, mediaId }: { readonly title: string; readonly mediaId: string },
  secondsAgo: number,
  own: Asked = {},
): JobCore & { readonly sentAt: number } {
  made += 1;
  const { request, ...rest } = core(made);
  const at = Date.now() - secondsAgo * SECOND_MS;
  return {
    ...rest,
    batchId: uuid(700_000 + made),
    createdAt: at,
    changedAt: at,
    sentAt: at,
    account,
    title,
    sourceId: mediaId,
    request: { ...request, projectId: PROJECTS.elm.id, mediaId, ...own } as GenerationRequest,
  };
}

/** One job in each state, the newest first as the list has them. */
export function oneOfEach(account: string): Job[] {
  const now = Date.now();
  const upscale: Asked = { action: 'upscale', modelKey: 'veo_2_1080p_upsampler_8s' };
  const extend: Asked = {
    action: 'extend',
    prompt: 'The lamps go out one by one',
    modelKey: 'veo_3_1_extend_fast_landscape_ultra',
    startFrameIndex: 168,
    endFrameIndex: 191,
  };
  const make = (prompt: string): Asked => ({
    action: 'references',
    prompt,
    mediaIds: [IMAGES.coat.mediaId],
    modelKey: 'veo_3_0_r2v_fast_ultra',
  });
  const of = (clip: typeof street, ago: number, own?: Asked) => batch(account, clip, ago, own);
  const images = (prompt: string, ago: number) =>
    batch(account, { title: prompt, mediaId: IMAGES.coat.mediaId }, ago, make(prompt));
  const ended = (ago: number) => now - ago * SECOND_MS;
  return [
    { ...of(door, 4, upscale), price: 0, state: 'waiting' },
    { ...images('A yellow coat in the rain', 6), price: 10, state: 'submitting' },
    {
      ...of(street, 42, extend),
      ...{ price: 10, state: 'running', operation: OPERATION, status: 'ACTIVE' },
      deadlineAt: now + 10 * MINUTE_MS,
    },
    {
      ...of(witch, 300),
      ...{ state: 'done', endedAt: ended(256), keptAt: ended(100) },
      result: { mediaId: witch.mediaId, operation: OPERATION, hasFile: false },
    },
    {
      ...of(cat, 400, upscale),
      ...{ price: 0, state: 'done', endedAt: ended(353) },
      result: { mediaId: cat.mediaId, operation: OPERATION, hasFile: false },
    },
    {
      ...images('The mayor’s speech at the door of the town hall, on a rainy morning', 500),
      ...{ price: 10, state: 'failed', endedAt: ended(480) },
      failure: {
        ...{ kind: 'generation', charged: 'no' },
        reason: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED',
      },
    },
    {
      ...of(witch, 700),
      ...{ state: 'failed', endedAt: ended(600) },
      failure: { kind: 'generation', charged: 'unknown', reason: 'PUBLIC_ERROR_SOMETHING_NEW' },
    },
    {
      ...of(door, 900, extend),
      ...{ price: 10, state: 'unknown', failure: { kind: 'network', charged: 'unknown' } },
    },
    {
      ...of(train, 1500),
      ...{ state: 'failed', endedAt: ended(600), operation: OPERATION },
      failure: { kind: 'late', charged: 'unknown' },
    },
    { ...of(street, 1600, upscale), state: 'cancelled', endedAt: ended(1590), was: 'running' },
    { ...of(CLIPS.balloon, 1700), state: 'cancelled', endedAt: ended(1690), was: 'waiting' },
    {
      ...of(cat, 1800),
      ...{ state: 'cancelled', endedAt: ended(1790), was: 'waiting', because: 'original-done' },
    },
  ];
}

/** A batch of six moves of one clip: four done, two running. */
export function oneBatch(account: string): Job[] {
  const results = [street, CLIPS.streetUpscaled, street, CLIPS.streetUpscaled];
  return MOVES.slice(0, 6).map((move, index): Job => {
    const own = { ...batch(account, street, 60, { move }), batchId: uuid(800_000) };
    const at = own.createdAt + index;
    const result = results[index];
    return result
      ? {
          ...{ ...own, createdAt: at, state: 'done', endedAt: at + 44_000 },
          result: { mediaId: result.mediaId, operation: OPERATION, hasFile: false },
        }
      : {
          ...{ ...own, createdAt: at, state: 'running', operation: OPERATION, status: 'ACTIVE' },
          deadlineAt: at + 10 * MINUTE_MS,
        };
  });
}

/** Jobs that wait, for that account. */
export const waitingJobs = (account: string, count: number): Job[] =>
  MOVES.slice(0, count).map((move, index) => ({
    ...batch(account, witch, 30 - index, { move }),
    state: 'waiting',
  }));

/** A job that failed because Flow does not know its action. */
export const notFound = (account: string): Job => ({
  ...batch(account, witch, 20),
  ...{ state: 'failed', endedAt: Date.now() },
  failure: { kind: 'not-found', charged: 'no', httpStatus: 404 },
});

/** So many jobs that have ended, six to a batch, the newest a minute old. */
export function endedJobs(count: number, account = core().account): Job[] {
  const newest = Date.now() - MINUTE_MS;
  return Array.from({ length: count }, (_, index) => {
    const createdAt = newest - index * 30 * SECOND_MS;
    const times = { createdAt, changedAt: createdAt, sentAt: createdAt };
    const { request, ...own } = core(index + 1);
    const shot = { ...request, action: 'reshoot' } as const;
    return {
      ...{
        ...own,
        ...times,
        account,
        batchId: uuid(1_000_000 + Math.floor(index / 6)),
      },
      ...{ title: witch.title, sourceId: witch.mediaId, state: 'done' },
      request: { ...shot, mediaId: witch.mediaId, move: MOVES[index % 6] ?? 'UP' },
      endedAt: createdAt + 44_000,
      result: { mediaId: street.mediaId, hasFile: false },
    };
  });
}

/** What the user has started in Flow's page: one that runs, one that is silent, four in one go, one that failed. */
export function pageJobs(account: string): PageJob[] {
  const ago = (seconds: number) => Date.now() - seconds * SECOND_MS;
  const of = (id: string, secondsAgo: number, batchId = id) => ({
    ...{ id, batchId, createdAt: ago(secondsAgo), account, projectId: PROJECTS.elm.id },
    ...{ sourceIds: [street.mediaId], title: street.title, aspect: 'landscape' as const },
  });
  const text = { action: 'text' as const, title: 'A kite over a dune', sourceIds: [], price: 20 };
  const running = { state: 'running' as const, status: 'MEDIA_GENERATION_STATUS_ACTIVE' };
  return [
    { ...of('op-1', 42), action: 'extend', prompt: 'On', price: 10, ...running, heardAt: ago(2) },
    { ...of('op-2', 900), ...text, ...running, heardAt: ago(840) },
    ...[1, 2, 3].map(
      (n): PageJob =>
        ({
          ...{ ...of(`op-3${n}`, 100, 'four'), ...text, prompt: 'A kite over a dune' },
          ...{ state: 'done', endedAt: ago(20), mediaId: [witch, cat, door][n - 1]?.mediaId },
        }) as PageJob,
    ),
    { ...of('op-34', 100, 'four'), ...text, ...running, heardAt: ago(2) },
    {
      ...{ ...of('op-4', 2000), action: 'edit', state: 'failed', endedAt: ago(1900) },
      failure: { kind: 'generation', charged: 'unknown', reason: 'PUBLIC_ERROR_UNSAFE_GENERATION' },
    },
  ];
}
