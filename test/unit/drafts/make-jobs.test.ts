import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { success } from '@/lib/base/result';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import { makeJobs } from '@/lib/drafts/make-jobs';
import { draftPrice, jobCount } from '@/lib/drafts/price';
import { type DraftContext, validate } from '@/lib/drafts/validate';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { MOVES } from '@/lib/flow/moves';
import { jobSchema } from '@/lib/jobs/job';
import { submitBody } from '@/lib/labs/requests/api-call';
import { flowPageOf } from '@/lib/labs/urls';
import { ACCOUNT, clip, image, PROJECT, uuid } from '../../samples/jobs';

const MEDIA = [clip(1), clip(2, { aspect: 'portrait' }), image(11), image(12), image(13)];
const [wide, tall, ...images] = MEDIA.map(({ id }) => id);
const at = (id: string) => MEDIA.find((media) => media.id === id);

function chance() {
  let ids = 0;
  return { newId: () => uuid(++ids), randomSeed: () => 40 + ids };
}

interface BatchOrder {
  readonly draft: Draft;
  readonly context: DraftContext;
}

const TAB = { site: 'labs.google', projectId: PROJECT, signedIn: true, account: ACCOUNT } as const;

const batch = (own: Partial<Draft>, tier: 'pro' | 'ultra' = 'ultra'): BatchOrder => ({
  draft: { ...EMPTY_DRAFT, ...(wide !== undefined && { clipId: wide }), ...own },
  context: { tab: { ...TAB, tier }, isFlowOnly: false, media: at },
});

/** The jobs of a draft, where it is proved. */
function compose({ draft, context }: BatchOrder, now: number) {
  const ready = validate(draft, context);
  const making = { batchId: uuid(900), learned: NOTHING_LEARNED };
  return ready.ok ? success(makeJobs(ready.value, making, chance(), now)) : ready;
}

function made(own: Partial<Draft>, tier: 'pro' | 'ultra' = 'ultra') {
  const jobs = compose(batch(own, tier), 5000);
  if (!jobs.ok) throw new Error(JSON.stringify(jobs.failure));
  return jobs.value;
}

describe('a wish', () => {
  it('in a project with any id that an address may have can be read again', () => {
    // Neither a version nor a variant that RFC 9562 knows.
    const projectId = flowPageOf(
      'https://labs.google/fx/tools/flow/project/11111111-1111-f111-c111-111111111111',
    )?.projectId;
    const media = (id: string) => {
      const found = at(id);
      return found && projectId !== undefined ? { ...found, projectId } : undefined;
    };
    const { draft, context } = batch({ moves: ['UP'] });
    const tab = context.tab && { ...context.tab, projectId };
    const jobs = compose({ draft, context: { ...context, tab, media } }, 5000);
    expect(jobs.ok && jobs.value.map((job) => jobSchema.safeParse(job).success)).toEqual([true]);
  });

  it('for all fourteen moves is fourteen jobs, each with its own sceneId', () => {
    const jobs = made({ action: 'reshoot', moves: [...MOVES] });
    expect(jobs.map(({ request }) => request.action === 'reshoot' && request.move)).toEqual(MOVES);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(14);
    expect(
      jobs.every(({ id, request, batchId }) => id === request.sceneId && batchId === uuid(900)),
    ).toBe(true);
    expect(jobs.map(({ createdAt }) => createdAt)).toEqual(MOVES.map((_, index) => 5000 + index));
  });

  it('to extend continues from the last 24 frames unless it says otherwise', () => {
    const [last] = made({ action: 'extend', extendPrompt: ' She walks on. ' });
    expect(last?.request).toMatchObject({
      prompt: 'She walks on.',
      startFrameIndex: 168,
      endFrameIndex: 191,
      modelKey: 'veo_3_1_extend_fast_landscape_ultra',
    });
    const [own] = made({ action: 'extend', extendPrompt: 'x', range: { start: 10, end: 33 } });
    expect(own?.request).toMatchObject({ startFrameIndex: 10, endFrameIndex: 33 });
  });

  it('keeps the shape of its clip and the tier of the account', () => {
    const [job] = made(
      { action: 'reshoot', moves: ['UP'], ...(tall !== undefined && { clipId: tall }) },
      'pro',
    );
    expect(job).toMatchObject({
      price: 20,
      request: { aspect: 'portrait', tier: 'pro', modelKey: 'veo_3_0_reshoot_portrait' },
    });
  });

  it('takes the shape from the measured file where no reply has said it', () => {
    const { aspect: _, ...clip3 } = clip(3, { width: 720, height: 1280 });
    const { context, ...rest } = batch({ action: 'reshoot', moves: ['UP'], clipId: clip3.id });
    const jobs = compose({ ...rest, context: { ...context, media: () => clip3 } }, 5000);
    expect(jobs.ok && jobs.value[0]?.request.aspect).toBe('portrait');
    const draft = { ...rest.draft, action: 'upscale' as const };
    expect(draftPrice(draft, 'pro', () => clip3, NOTHING_LEARNED)).toBe(0);
  });

  it('carries the very word of a tier that is not known here, at an unknown price', () => {
    const { context, ...rest } = batch({ action: 'reshoot', moves: ['UP'] });
    const tier = 'PAYGATE_TIER_ZERO';
    const jobs = compose({ ...rest, context: { ...context, tab: { ...TAB, tier } } }, 5000);
    const [job] = jobs.ok ? jobs.value : [];
    expect(job?.price).toBeUndefined();
    expect(job && submitBody(job.request, ';1')).toMatchObject({
      clientContext: { userPaygateTier: tier },
    });
    expect(jobSchema.parse(job)).toEqual(job);
  });

  it('from a prompt in JSON is titled so that a user can read it, and sends it as it is', () => {
    const referencesPrompt = '{"scene":{"description":"A door opens."}}';
    const [job] = made({ action: 'references', imageIds: images, referencesPrompt });
    expect(job).toMatchObject({ title: 'A door opens.', request: { prompt: referencesPrompt } });
  });

  it('from images keeps their order and takes the shape that was chosen', () => {
    const imageIds = [...images].reverse();
    const [job] = made({
      action: 'references',
      imageIds,
      referencesPrompt: 'A door opens.',
      aspect: 'portrait',
    });
    expect(job?.request).toMatchObject({ mediaIds: imageIds, aspect: 'portrait' });
    expect(job).toMatchObject({ title: 'A door opens.', sourceId: imageIds[0] });
  });

  it('with several takes has a seed of its own for each', () => {
    const random = made({ action: 'extend', extendPrompt: 'x', takes: 3 });
    expect(new Set(random.map(({ request }) => request.seed)).size).toBe(3);
    const fixed = made({ action: 'extend', extendPrompt: 'x', takes: 3, seed: 99_999 });
    expect(fixed.map(({ request }) => request.seed)).toEqual([99_999, 0, 1]);
  });

  it('that is not right makes no job at all', () => {
    expect(compose(batch({ action: 'reshoot', moves: [] }), 0)).toEqual({
      ok: false,
      failure: [{ field: 'moves', kind: 'no-moves' }],
    });
  });

  it('makes as many jobs, and costs as much, as the button says', () => {
    const drafts = fc.record({
      action: fc.constantFrom('extend', 'reshoot', 'upscale', 'references'),
      moves: fc.uniqueArray(fc.constantFrom(...MOVES), { minLength: 1 }),
      takes: fc.integer({ min: 1, max: 4 }),
      tier: fc.constantFrom('pro', 'ultra'),
      moreClipIds: fc.constantFrom(...[[], tall, wide].map((id) => [id ?? []].flat())),
    });
    fc.assert(
      fc.property(drafts, ({ tier, ...own }) => {
        const texts = { extendPrompt: 'x', referencesPrompt: 'y', imageIds: images };
        const jobs = made({ ...own, ...texts }, tier);
        const { draft } = batch({ ...own, ...texts });
        expect(jobs).toHaveLength(jobCount(draft));
        const sum = jobs.reduce((credits, { price = Number.NaN }) => credits + price, 0);
        expect(draftPrice(draft, tier, at, NOTHING_LEARNED)).toBe(sum);
        for (const job of jobs) expect(jobSchema.parse(job)).toEqual(job);
      }),
    );
  });
});

describe('a wish to upscale several clips', () => {
  const both = { action: 'upscale', ...(tall !== undefined && { moreClipIds: [tall] }) } as const;

  it('is one job for each, in the order of choice, each with its clip, shape and seed', () => {
    const jobs = made(both);
    expect(jobs.map(({ sourceId }) => sourceId)).toEqual([wide, tall]);
    expect(jobs.map(({ request }) => request.aspect)).toEqual(['landscape', 'portrait']);
    expect(jobs.map(({ title }) => title)).toEqual(['Clip 1', 'Clip 2']);
    expect(new Set(jobs.map(({ request }) => request.seed)).size).toBe(2);
    expect(new Set(jobs.map(({ batchId }) => batchId)).size).toBe(1);
  });

  it('counts a fixed seed on from clip to clip, over the highest', () => {
    const jobs = made({ ...both, seed: 99_999 });
    expect(jobs.map(({ request }) => request.seed)).toEqual([99_999, 0]);
  });

  it('makes one job of a clip that is named twice', () => {
    expect(made({ action: 'upscale', ...(wide && { moreClipIds: [wide] }) })).toHaveLength(1);
  });

  it('makes none at all while one of them is wrong', () => {
    const draft = { ...both, moreClipIds: [...(both.moreClipIds ?? []), 'gone'] };
    expect(compose(batch(draft), 0)).toEqual({
      ok: false,
      failure: [{ field: 'clip', kind: 'no-clip' }],
    });
  });

  it('belongs to that action alone: the others take the first clip', () => {
    const jobs = made({ ...both, action: 'reshoot', moves: ['UP', 'DOWN'] });
    expect(jobs.map(({ sourceId }) => sourceId)).toEqual([wide, wide]);
  });
});

describe('the price of a draft', () => {
  const draft: Draft = { ...EMPTY_DRAFT, action: 'upscale', ...(wide && { clipId: wide }) };

  it('is unknown while the tier, the clip or its shape is', () => {
    expect(draftPrice(draft, undefined, at, NOTHING_LEARNED)).toBeUndefined();
    expect(draftPrice(draft, 'pro', () => undefined, NOTHING_LEARNED)).toBeUndefined();
    const { aspect, ...shapeless } = clip(1);
    expect(draftPrice(draft, 'pro', () => shapeless, NOTHING_LEARNED)).toBeUndefined();
  });

  it('is unknown for a model nobody has named a price of', () => {
    const listed = { keys: ['veo_next'], prices: {}, tierPrices: {} };
    const learned = { keys: { 'upscale/landscape/pro': 'veo_next' }, prices: {}, listed };
    expect(draftPrice(draft, 'pro', at, learned)).toBeUndefined();
  });

  it('is 0 where Flow takes nothing, and unknown where nothing is chosen', () => {
    expect(draftPrice(draft, 'pro', at, NOTHING_LEARNED)).toBe(0);
    expect(draftPrice({ ...EMPTY_DRAFT, action: 'upscale' }, 'pro', at, NOTHING_LEARNED)).toBe(
      undefined,
    );
  });

  it('of several clips is the sum, each by its own shape', () => {
    const learned = {
      keys: { 'upscale/portrait/pro': 'tall_upsampler' },
      prices: { veo_2_1080p_upsampler_8s: 3 },
      listed: { keys: ['tall_upsampler'], prices: { tall_upsampler: 5 }, tierPrices: {} },
    };
    const several = { ...draft, ...(tall && { moreClipIds: [tall] }) };
    expect(draftPrice(several, 'pro', at, learned)).toBe(8);
    const { listed, ...unlisted } = learned;
    expect(draftPrice(several, 'pro', at, unlisted)).toBe(6);
  });
});
