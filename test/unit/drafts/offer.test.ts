import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_DRAFT } from '@/lib/drafts/draft';
import { makeJobs } from '@/lib/drafts/make-jobs';
import { draftOffer, isSameOffer, jobsOffer } from '@/lib/drafts/offer';
import { validate } from '@/lib/drafts/validate';
import { modelSlot, NOTHING_LEARNED } from '@/lib/flow/models';
import { MOVES } from '@/lib/flow/moves';
import { TIERS } from '@/lib/flow/tier';
import { clip, PROJECT, uuid } from '../../samples/jobs';

const media = (id: string) => [clip(1), clip(2)].find((each) => each.id === id);
const UPSCALE = {
  ...EMPTY_DRAFT,
  action: 'upscale' as const,
  clipId: clip(1).id,
  upscaleIds: [clip(1).id, clip(2).id],
};
const RESHOOT = {
  ...EMPTY_DRAFT,
  action: 'reshoot' as const,
  clipId: clip(1).id,
  moves: MOVES.slice(0, 2),
};

it('the offer of a button is that of the jobs which it makes', () => {
  let made = 0;
  const chance = { newId: () => uuid(++made), randomSeed: () => 1 };
  fc.assert(
    fc.property(
      fc.constantFrom(UPSCALE, RESHOOT),
      fc.constantFrom(...TIERS),
      fc.option(fc.nat({ max: 99 })),
      (draft, tier, price) => {
        const key = 'veo_next';
        const slot = modelSlot(draft.action, 'landscape', tier);
        const learned = { ...NOTHING_LEARNED, keys: { [slot]: key } };
        const known = price === null ? learned : { ...learned, prices: { [key]: price } };
        const tab = { site: 'labs.google', projectId: PROJECT, account: 'ada', tier } as const;
        const ready = validate(draft, {
          tab: { ...tab, signedIn: true },
          isFlowOnly: false,
          media,
        });
        if (!ready.ok) throw new Error(JSON.stringify(ready.failure));
        const jobs = makeJobs(ready.value, { batchId: uuid(1), learned: known }, chance, 0);
        expect(jobsOffer(jobs, known)).toEqual(draftOffer(draft, tier, media, known));
      },
    ),
  );
});

it.each([
  ['the same', { sum: 20, models: ['a'] }, true],
  ['another sum', { sum: 21, models: ['a'] }, false],
  ['no sum any more', { models: ['a'] }, false],
  ['another model', { sum: 20, models: ['b'] }, false],
])('is compared: %s', (_, other, same) => {
  expect(isSameOffer({ sum: 20, models: ['a'] }, other)).toBe(same);
});
