import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS, type Failure } from '@/lib/flow/failure';
import { isFileUrl, REDIRECT_URL } from '@/lib/flow/file-url';
import type { SeenMedia } from '@/lib/flow/media';
import { readMediaId } from '@/lib/flow/media-id';
import { progressOf } from '@/lib/flow/status';
import { parseCredits } from '@/lib/labs/replies/credits';
import { failureOf, isRetired, refusalIn } from '@/lib/labs/replies/error';
import { parseErrorBody } from '@/lib/labs/replies/error-body';
import { readListedMedia } from '@/lib/labs/replies/listed-media';
import { parseModels } from '@/lib/labs/replies/models';
import { readError } from '@/lib/labs/replies/operation-error';
import { parseOperations } from '@/lib/labs/replies/operations';
import { parseOpening, parseProject, parseProjectList } from '@/lib/labs/replies/project';
import { parseSession } from '@/lib/labs/replies/session';
import { trpcAnswers } from '@/lib/labs/replies/trpc';
import { MUTANTS, mutants } from '../../../samples/mutants';
import { sample } from '../../../samples/read';
import { listed as listedState, operation } from './operation-samples';
import { clip, KEY, KEY_2, list, listed, NOW, opened, PROJECT, TRPC } from './project-samples';

/** Tries a parser on ten thousand spoiled replies; says which one it failed on. */
function tryOn(
  good: unknown,
  isGood: (reply: unknown, body: string) => boolean,
  times: number = MUTANTS,
): void {
  let tried = 0;
  for (const reply of mutants(good, times)) {
    const body = JSON.stringify(reply) ?? '';
    tried += 1;
    if (!isGood(reply, body)) expect.unreachable(body);
  }
  expect(tried).toBe(times);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isUrl = (url: string | undefined): boolean => url === undefined || isFileUrl(url);
const isMedium = (media: SeenMedia): boolean =>
  readMediaId(media.id)?.id === media.id &&
  [media.url, media.poster].every(isUrl) &&
  (media.seed === undefined || isCount(media.seed));

const FAULT = {
  error: {
    code: 429,
    message: 'Resource has been exhausted',
    status: 'RESOURCE_EXHAUSTED',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'PUBLIC_ERROR_USER_QUOTA' },
      { retryDelay: '12s', fieldViolations: [{ field: 'requests[0].metadata.sceneId' }] },
    ],
  },
};

const isFailure = ({ kind, charged, httpStatus, reason, message, retryAfterMs }: Failure) =>
  FAILURE_KINDS.includes(kind) &&
  ['no', 'unknown'].includes(charged) &&
  (httpStatus === undefined || isCount(httpStatus)) &&
  [reason, message].every((words) => words === undefined || Array.from(words).length <= 300) &&
  (retryAfterMs === undefined || (retryAfterMs >= 0 && retryAfterMs <= 86_400_000));

describe('ten thousand spoiled replies', () => {
  it('of a balance never have one that is less than nothing', () => {
    tryOn({ credits: 1540, userPaygateTier: 'PAYGATE_TIER_TWO' }, (_, body) => {
      const { credits = 0, tier = 'free' } = parseCredits(body) ?? {};
      return credits >= 0 && tier.length > 1;
    });
  });

  it('of a refusal are read without an end to wait for that nobody would', () => {
    tryOn(FAULT, (_, body) => {
      const { code = 400, reasons = [], retryMs = 0 } = parseErrorBody(body) ?? {};
      const isWord = reasons.every((reason) => typeof reason === 'string');
      return code >= 400 && code < 600 && isWord && retryMs >= 0 && retryMs <= 86_400_000;
    });
  });

  it('of a refusal are failures, and never said to cost nothing where that is not proved', () => {
    tryOn(FAULT, (_, body) => {
      const [answer, fault] = [400, 503].map((status) => failureOf(status, body, null, NOW));
      const refusal = refusalIn(body, null, NOW);
      const all = [answer, fault, refusal].filter((failure) => failure !== undefined);
      return all.every(isFailure) && fault?.charged === 'unknown' && !isRetired(body);
    });
  });

  it('of a status call are never done but by their word or their file', () => {
    const isGood = (_: unknown, body: string) => {
      const reply = parseOperations(body, NOW);
      if (!reply.ok) return true;
      const { operations, remainingCredits = 0, leftOut } = reply.value;
      const areGood = operations.every(({ progress, status, media, rawBytes }) => {
        const isDone = rawBytes !== undefined || progressOf(status) === 'done';
        return (progress === 'done') === isDone && (!media || (isDone && isListed(media)));
      });
      return areGood && remainingCredits >= 0 && isCount(leftOut);
    };
    const both = { operations: [operation()], media: [listedState('SUCCESSFUL')] };
    for (const good of [sample('status-successful.reply'), both]) tryOn(good, isGood, MUTANTS / 2);
  });

  /** Of the newer form: its files are where the page's own redirects lead. */
  const isListed = ({ url, poster, ...media }: SeenMedia): boolean =>
    isMedium(media) &&
    [url, poster].every(
      (each) => isUrl(each) || each?.startsWith(`${REDIRECT_URL}?name=`) === true,
    );

  it('of an error beside an operation keep its words short', () => {
    const error = { code: 3, message: 'No.\nAt a', details: [{ reason: 'PUBLIC_ERROR_X' }] };
    tryOn(error, (reply) => {
      const { code = 0, reason = '', message = '' } = readError(reply) ?? {};
      return typeof code === 'number' && reason.length <= 100 && message.length <= 201;
    });
  });

  it('of a listed medium name it by its id', () => {
    tryOn(
      listed(KEY, { video: { fifeUri: `https://flow-content.google/video/${KEY}` } }),
      (reply) => {
        const read = readListedMedia(reply, NOW);
        return read === undefined || (read.name === read.media.id && isListed(read.media));
      },
    );
  });

  it('of a project’s list never have a clip without an id, or with a stranger’s URL', () => {
    tryOn(list(clip(KEY), clip(KEY_2)), (reply) => {
      const { media = [], leftOut = 0 } = parseProjectList(reply, NOW) ?? {};
      return isCount(leftOut) && media.every((each) => isMedium(each) && each.projectId.length > 0);
    });
  });

  it('of an opened project never have a clip without an id, or with a stranger’s URL', () => {
    tryOn(opened(listed(KEY), listed(KEY_2)), (reply) => {
      const { media = [], leftOut = 0 } = parseOpening(reply, NOW) ?? {};
      const { projectId = PROJECT, title = '' } = parseProject(reply) ?? {};
      const isNamed = projectId.length <= 100 && Array.from(title).length <= 200;
      return isNamed && isCount(leftOut) && media.every(isListed);
    });
  });

  it('of models never have a price that is no number of credits', () => {
    const creditMapping = {
      SERVICE_TIER_ENTRY: { cost: 20 },
      SERVICE_TIER_INTERMEDIATE: { cost: 20 },
      SERVICE_TIER_ADVANCED: { cost: 10 },
    };
    const usages = [{ key: 'veo_3_1_extend', creditMapping, generationTimeSeconds: 90 }];
    const videoModels = [{ key: 'veo_3_0', creditCost: 20, videoGenerationTimeSeconds: 60 }];
    const isGood = (reply: unknown) => {
      const { keys = [], prices = {}, tierPrices = {}, seconds = {} } = parseModels(reply) ?? {};
      return (
        keys.every((key) => key.length > 0 && key.length <= 100) &&
        [prices, tierPrices].flatMap((table) => Object.values(table)).every(isCount) &&
        Object.values(seconds).every((each) => each > 0)
      );
    };
    for (const good of [{ videoModels }, { modelConfig: { videoModelFamilies: [{ usages }] } }])
      tryOn(good, isGood, MUTANTS / 2);
  });

  it('of a session never have a token that is no text', () => {
    const session = { access_token: 'ya29.abc', user: { email: 'ada@example.com' }, expires: 'x' };
    tryOn(session, (_, body) => {
      const read = parseSession(body);
      return !read.ok || (read.value.token.length > 0 && read.value.email !== '');
    });
  });

  it('of the page’s own server have an answer or none', () => {
    const good = [{ result: { data: { json: { result: { a: 1 } } } } }, { result: { data: {} } }];
    tryOn(good, (_, body) => {
      const answers = trpcAnswers(`${TRPC}/a.b,c.d?batch=1`, body);
      return answers.every(
        ({ procedure, result }) => /^[ac]\.[bd]$/.test(procedure) && result !== undefined,
      );
    });
  });
});
