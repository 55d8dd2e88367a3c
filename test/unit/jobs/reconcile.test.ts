import { describe, expect, it } from 'vitest';
import type { Media } from '@/lib/flow/media';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Job, JobIn } from '@/lib/jobs/job';
import { reconcile } from '@/lib/jobs/reconcile';
import { clip, core, JOBS, uuid } from '../../samples/jobs';

const job = (n: number, own: object = {}): JobIn<'unknown'> => ({
  ...JOBS.unknown,
  id: uuid(n),
  request: { ...core(n).request, ...own } as GenerationRequest,
});
const made = (n: number, own: Partial<Media> = {}) =>
  clip(n, { seed: 7, model: 'veo_3_0_reshoot_landscape', firstSeenAt: 1001, ...own });
const file = { hasFile: true };
const [MINUTE, HOUR] = [60_000, 3_600_000];
const nobody = new Set<string>();
const byMedia = (jobs: JobIn<'unknown'>[], media: Media[], claimed = nobody) =>
  reconcile(jobs, { operations: [], media }, claimed).map(({ job: { id } }) => id);

describe('an unknown job', () => {
  it('is settled by an operation with its own sceneId', () => {
    const operation = {
      name: 'op',
      sceneId: uuid(1),
      status: 'ACTIVE',
      progress: 'running',
    } as const;
    const seen = { operations: [{ ...operation, sceneId: uuid(9) }, operation], media: [] };
    expect(reconcile([job(1), job(2)], seen, nobody)).toEqual([{ job: job(1), operation }]);
  });

  it('is settled by a new clip of its project with its seed and model', () => {
    expect(byMedia([job(1)], [clip(5), made(6)])).toEqual([uuid(1)]);
  });

  it('is settled by such a clip of which the list does not say the model', () => {
    const { model: _, ...bare } = made(6);
    expect(byMedia([job(1)], [bare])).toEqual([uuid(1)]);
    expect(byMedia([job(1)], [bare, made(7)])).toEqual([]);
    expect(byMedia([job(1), job(2, { modelKey: 'veo_other' })], [bare])).toEqual([]);
    const { seed: _seed, ...seedless } = bare;
    expect(byMedia([job(1)], [seedless])).toEqual([]);
  });

  it('is settled by the very clip that Flow has named, and by no other', () => {
    const named = { ...job(1), mediaId: clip(5).id };
    expect(byMedia([named], [clip(5, { seed: 9 }), made(6)])).toEqual([uuid(1)]);
    expect(byMedia([named], [made(6)])).toEqual([]);
    expect(byMedia([named, job(2)], [clip(5, { seed: 9 }), made(6)])).toEqual([uuid(1), uuid(2)]);
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

  it('is left to the user where two jobs or two clips would fit', () => {
    expect(byMedia([job(1), job(2)], [made(6)])).toEqual([]);
    expect(byMedia([job(1)], [made(6), made(7)])).toEqual([]);
  });

  describe.each([
    ['is being sent', { ...JOBS.submitting, id: uuid(2) }],
    ['runs', { ...JOBS.running, id: uuid(2) }],
    [
      'was sent after the clip turned up, as its clock says',
      { ...JOBS.running, id: uuid(2), sentAt: 1002 },
    ],
    ['was cancelled while it ran', { ...JOBS.cancelled, id: uuid(2), sentAt: 900, was: 'running' }],
    ['was forgotten', { ...JOBS.cancelled, id: uuid(2), sentAt: 900, was: 'unknown' }],
    ['was given up as late', { ...JOBS.failed, id: uuid(2), operation: 'op' }],
    ['is done, nobody knows with which clip', { ...JOBS.done, id: uuid(2), result: file }],
  ] as [string, Job][])('beside a job of its seed that %s', (_, other) => {
    it('is left to the user', () => {
      expect(reconcile([job(1)], { operations: [], media: [made(6)] }, nobody, [other])).toEqual(
        [],
      );
    });
  });

  it.each([
    ['was never sent', { ...JOBS.waiting, id: uuid(2) }],
    ['was cancelled before it was sent', { ...JOBS.cancelled, id: uuid(2) }],
    ['Flow refused', { ...JOBS.failed, id: uuid(2) }],
    ['has its clip', { ...JOBS.done, id: uuid(2) }],
    ['ended before this one was sent', { ...JOBS.done, id: uuid(2), endedAt: 900, result: file }],
    ['has another seed', { ...JOBS.running, request: { ...core(2).request, seed: 8 } }],
    ['waits for a clip of another name', { ...JOBS.running, form: 'media', operation: 'other' }],
  ] as [string, Job][])('is settled beside a job that %s', (_, other) => {
    const sent = [{ ...other, id: uuid(2) }];
    expect(
      reconcile([job(1)], { operations: [], media: [made(6)] }, nobody, sent).map(
        ({ job: { id } }) => id,
      ),
    ).toEqual([uuid(1)]);
  });

  it('does not take the clip that Flow has named to another, nor is it confused by it', () => {
    const other: Job = { ...JOBS.running, id: uuid(2), form: 'media', operation: made(6).id };
    const seen = (...media: Media[]) =>
      reconcile([job(1)], { operations: [], media }, nobody, [other]).map((adoption) =>
        'media' in adoption ? adoption.media.id : undefined,
      );
    expect(seen(made(6))).toEqual([]);
    expect(seen(made(6), made(7))).toEqual([made(7).id]);
  });

  it('takes no clip while one that was just settled may still have it', () => {
    const operation = {
      name: 'op',
      sceneId: uuid(1),
      status: 'ACTIVE',
      progress: 'running',
    } as const;
    const seen = { operations: [operation], media: [made(6)] };
    expect(reconcile([job(1), job(2)], seen, nobody).map(({ job: { id } }) => id)).toEqual([
      uuid(1),
    ]);
  });

  it.each([
    ['long before the job was sent', HOUR - 2 * MINUTE, []],
    ['a little before, as two clocks may differ', HOUR - MINUTE / 2, [uuid(1)]],
    ['after it was sent', HOUR + 1, [uuid(1)]],
    ['at a time that nobody names', undefined, [uuid(1)]],
  ])('looks at when Flow says that the clip was made: %s', (_, madeAt, ids) => {
    const sent = { ...job(1), sentAt: HOUR };
    const seen = { firstSeenAt: HOUR + MINUTE, ...(madeAt !== undefined && { madeAt }) };
    expect(byMedia([sent], [made(6, seen)])).toEqual(ids);
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
