import { describe, expect, it } from 'vitest';
import type { Media } from '@/lib/flow/media';
import type { GenerationRequest } from '@/lib/flow/request';
import type { JobIn } from '@/lib/job/job';
import { settle } from '@/lib/job/settle';
import { clip, core, JOBS, uuid } from './sample-jobs';

const job = (n: number, own: object = {}): JobIn<'unknown'> => ({
  ...JOBS.unknown,
  id: uuid(n),
  request: { ...core(n).request, ...own } as GenerationRequest,
});
const made = (n: number, own: Partial<Media> = {}) =>
  clip(n, { seed: 7, model: 'veo_3_0_reshoot_landscape', firstSeenAt: 1001, ...own });
const nobody = new Set<string>();
const byMedia = (jobs: JobIn<'unknown'>[], media: Media[], claimed = nobody) =>
  settle(jobs, { operations: [], media }, claimed).map(({ job: { id } }) => id);

describe('an unknown job', () => {
  it('is settled by an operation with its own sceneId', () => {
    const operation = {
      name: 'op',
      sceneId: uuid(1),
      status: 'ACTIVE',
      progress: 'running',
    } as const;
    const seen = { operations: [{ ...operation, sceneId: uuid(9) }, operation], media: [] };
    expect(settle([job(1), job(2)], seen, nobody)).toEqual([{ job: job(1), operation }]);
  });

  it('is settled by a new clip of its project with its seed and model', () => {
    expect(byMedia([job(1)], [clip(5), made(6)])).toEqual([uuid(1)]);
  });

  it.each([
    ['another seed', { seed: 8 }],
    ['another model', { model: 'veo_2' }],
    ['another project', { projectId: uuid(50) }],
    ['an image', { kind: 'image' as const }],
    ['a clip that was there before', { firstSeenAt: 999 }],
  ])('is not settled by %s', (_, own) => {
    expect(byMedia([job(1)], [made(6, own)])).toEqual([]);
  });

  it('is not settled by another job’s result', () => {
    expect(byMedia([job(1)], [made(6)], new Set([made(6).id]))).toEqual([]);
  });

  it('is left to the person where two jobs or two clips would fit', () => {
    expect(byMedia([job(1), job(2)], [made(6)])).toEqual([]);
    expect(byMedia([job(1)], [made(6), made(7)])).toEqual([]);
  });

  it('with a fixed seed is told from its neighbours by their own', () => {
    expect(byMedia([job(1), job(2, { seed: 8 })], [made(6), made(7, { seed: 8 })])).toEqual([
      uuid(1),
      uuid(2),
    ]);
  });

  it('that upscales is settled by the key of its source', () => {
    const upscale = job(1, { action: 'upscale', mediaId: clip(3).id, modelKey: 'up' });
    const result = clip(4, { key: `${clip(3).key}_upsampled`, firstSeenAt: 1001 });
    expect(byMedia([upscale], [result, clip(5, { firstSeenAt: 1001 })])).toEqual([uuid(1)]);
    expect(byMedia([upscale], [{ ...result, key: `${clip(5).key}_upsampled` }])).toEqual([]);
  });
});
