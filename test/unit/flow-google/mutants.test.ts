import { describe, expect, it } from 'vitest';
import { isUuid } from '@/lib/base/ids';
import { isFileUrl } from '@/lib/flow/file-url';
import { mediaSchema, type SeenMedia } from '@/lib/flow/media';
import { readMediaId } from '@/lib/flow/media-id';
import { callOf } from '@/lib/flow-google/calls';
import { observationOfBatch } from '@/lib/flow-google/observation';
import { at } from '@/lib/flow-google/positions';
import { readRecord } from '@/lib/flow-google/record';
import { parseContents, parseMedia } from '@/lib/flow-google/replies/contents';
import { parseCredits } from '@/lib/flow-google/replies/credits';
import { parseStatus, parseSubmit, stateOf } from '@/lib/flow-google/replies/generations';
import { parseModels } from '@/lib/flow-google/replies/models';
import { parseProjects } from '@/lib/flow-google/replies/projects';
import { startedOf } from '@/lib/flow-google/started';
import { answerOf, batchText } from '../../samples/batch-text';
import { MUTANTS, mutants } from '../../samples/mutants';
import { google, NOW } from './samples';

/** Tries a parser on ten thousand spoiled replies; says which one it failed on. */
function tryOn(good: unknown, isGood: (reply: unknown) => boolean, times: number = MUTANTS): void {
  let tried = 0;
  for (const reply of mutants(good, times)) {
    tried += 1;
    if (!isGood(reply)) expect.unreachable(JSON.stringify(reply));
  }
  expect(tried).toBe(times);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isPoster = (url: string): boolean =>
  isFileUrl(url) || /^https:\/\/flow\.google\.com\/asb\/[\w-]{8,2000}$/.test(url);

const isMedium = ({ url, poster, ...media }: SeenMedia): boolean =>
  readMediaId(media.id)?.id === media.id &&
  (url === undefined || isFileUrl(url)) &&
  (poster === undefined || isPoster(poster)) &&
  (media.seed === undefined || isCount(media.seed)) &&
  (media.madeAt === undefined || !Number.isNaN(new Date(media.madeAt).getTime())) &&
  (media.sourceIds ?? []).every((id) => readMediaId(id) !== undefined) &&
  [media.projectId, media.workflowId].every((id) => id === undefined || isUuid(id));

/** Numbers of the statuses in a list of records, as they came. */
const isDoneAt = (records: unknown, id: string): boolean =>
  Array.isArray(records) &&
  records.some((record) => at(record, 0) === id && at(record, 5, 8, 0) === 3);

describe('ten thousand spoiled replies', () => {
  it('of a balance never have one that is no number of credits', () => {
    tryOn(google('credits'), (reply) => {
      const { credits, tier } = parseCredits(reply);
      return (credits === undefined || isCount(credits)) && (tier === undefined || tier.length > 2);
    });
  });

  it('of models never have a price that is no number of credits', () => {
    tryOn(google('models'), (reply) => {
      const { keys = [], tierPrices = {}, seconds = {} } = parseModels(reply) ?? {};
      return (
        keys.every((key) => /^[\w.-]{3,100}$/.test(key)) &&
        Object.values(tierPrices).every(isCount) &&
        Object.keys(tierPrices).every((key) => /^[\w.-]+\/(?:free|pro|ultra)$/.test(key)) &&
        Object.values(seconds).every((each) => each > 0)
      );
    });
  });

  it('of projects never have one without an id', () => {
    tryOn(google('projects'), (reply) =>
      parseProjects(reply).entries.every(
        ({ projectId, title }) => isUuid(projectId) && title.length > 0,
      ),
    );
  });

  it('of a project never have a clip that is not finished, or lies elsewhere', () => {
    // A tile, a record, a scene and its clip: all others are the same once more.
    const [, tiles, records, , scenes, , clips] = [google('contents')].flat();
    const small = [null, [at(tiles, 0)], [at(records, 1)], null, [at(scenes, 1)]];
    tryOn([...small, null, [at(clips, 1)]], (reply) => {
      const { media, records: read, leftOut } = parseContents(reply, NOW);
      const done = new Set(read.filter(({ status = 3 }) => status === 3).map(({ id }) => id));
      return isCount(leftOut) && media.every((each) => isMedium(each) && done.has(each.id));
    });
  });

  it('of one medium never have a URL that is not Flow’s', () => {
    tryOn(google('media'), (reply) =>
      parseMedia([reply], NOW).media.every(
        (media) => isMedium(media) && mediaSchema.safeParse(media).success,
      ),
    );
  });

  it('of images never have a URL that is not Flow’s', () => {
    tryOn(google('images'), (reply) => parseMedia(at(reply, 0), NOW).media.every(isMedium));
  });

  it('of a status call are never done but by their number', () => {
    const isGood = (reply: unknown) =>
      parseStatus(reply).records.every((record) => {
        const { progress, media, name: id = '' } = stateOf(record, NOW);
        const isDone = progress === 'done';
        return (
          isDone === (media !== undefined) &&
          (!isDone || isDoneAt(at(reply, 2), id)) &&
          (!media || isMedium(media))
        );
      });
    for (const name of ['status-running', 'status-done', 'status-failed'])
      tryOn(google(name), isGood, Math.ceil(MUTANTS / 3));
  });

  it('of a submit never have started what has no media id', () => {
    tryOn(google('submit'), (reply) => {
      const submit = parseSubmit(reply);
      return startedOf(submit, undefined).every(
        ({ operation, batchId, seed, sourceIds }) =>
          readMediaId(operation) !== undefined &&
          (batchId === undefined || isUuid(batchId)) &&
          (seed === undefined || isCount(seed)) &&
          sourceIds.every((id) => readMediaId(id) !== undefined),
      );
    });
  });

  it('never teach an id that does not bring what it was learned for', () => {
    const brings = {
      credits: (reply: unknown) => parseCredits(reply).credits !== undefined,
      models: (reply: unknown) => parseModels(reply) !== undefined,
      projects: (reply: unknown) => parseProjects(reply).entries.length > 0,
      contents: (reply: unknown) => Array.isArray(at(reply, 1)),
      media: (reply: unknown) => readRecord(reply) !== undefined,
      status: (reply: unknown) => parseStatus(reply).records.length > 0,
    };
    for (const name of ['credits', 'models', 'projects', 'contents', 'media', 'status-done'])
      for (const reply of mutants(google(name), MUTANTS / 5)) {
        const { learned } = callOf('xYz12', reply, {}) ?? {};
        if (learned && !brings[learned.call](reply)) expect.unreachable(JSON.stringify(reply));
      }
  });

  it('in one body with a good one never cost that one anything', () => {
    const url = 'https://flow.google.com/_/AiSandboxAngularFrontend/data/batchexecute';
    for (const reply of mutants(google('status-done'), MUTANTS / 5)) {
      const answers = [answerOf('jwpduf', reply ?? null), answerOf('nzlxg', google('credits'))];
      const call = { url, status: 200, body: batchText(answers) };
      const { balance, tier, media } = observationOfBatch(call, NOW, {});
      if (balance !== 615 || tier !== 'pro' || !media.every(isMedium))
        expect.unreachable(call.body);
    }
  });
});
