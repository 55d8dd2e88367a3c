import { describe, expect, it } from 'vitest';
import type { Media } from '@/lib/flow/media';
import {
  type HeardOperation,
  isSilent,
  type PageJob,
  type PageJobIn,
  pageJobHeard,
  pageJobListed,
} from '@/lib/jobs/page-job';
import { PROJECT, uuid } from '../../samples/jobs';

const RUNNING: PageJobIn<'running'> = {
  ...{ id: 'op', batchId: 'op', createdAt: 1_000_000, account: 'ada', projectId: PROJECT },
  ...{ action: 'text', title: 'A kite', sourceIds: [], seed: 7, model: 'veo_3' },
  ...{ state: 'running', status: 'MEDIA_GENERATION_STATUS_PENDING', heardAt: 1_000_000 },
};
const { state: _state, status: _status, heardAt: _heardAt, ...CORE } = RUNNING;
const DONE: PageJob = { ...CORE, state: 'done', endedAt: 2, mediaId: uuid(1) };
const FAILED: PageJob = {
  ...CORE,
  ...{ state: 'failed', endedAt: 2, failure: { kind: 'generation', charged: 'unknown' } },
};

const heard = (progress: HeardOperation['progress'], more: Partial<HeardOperation> = {}) => ({
  ...{ name: 'op', status: `MEDIA_GENERATION_STATUS_${progress.toUpperCase()}`, progress },
  ...more,
});

const clip = (more: Partial<Media>): Media => ({
  ...{ id: uuid(5), key: uuid(5), kind: 'video', projectId: PROJECT, title: '', seenAt: 1 },
  ...{ seed: 7, model: 'veo_3', ...more },
});

describe('a job of the page that runs', () => {
  it('is done with its clip', () => {
    expect(pageJobHeard(RUNNING, heard('done', { mediaId: uuid(1) }), 3)).toEqual({
      ...CORE,
      ...{ state: 'done', endedAt: 3, mediaId: uuid(1) },
    });
  });

  it('fails with Flow’s reason, and nobody knows of the money', () => {
    const error = { reason: 'PUBLIC_ERROR_UNSAFE_GENERATION' };
    expect(pageJobHeard(RUNNING, heard('failed', { error }), 3)).toEqual({
      ...CORE,
      ...{ state: 'failed', endedAt: 3 },
      failure: { kind: 'generation', charged: 'unknown', reason: error.reason },
    });
  });

  it('keeps a new word of Flow, and the id that its clip will have', () => {
    const next = pageJobHeard(RUNNING, heard('unknown', { mediaId: uuid(2) }), 1_000_005);
    expect(next).toEqual({
      ...RUNNING,
      ...{ status: 'MEDIA_GENERATION_STATUS_UNKNOWN', mediaId: uuid(2), heardAt: 1_000_005 },
    });
  });

  it('is not stored again for the same word, but once a minute', () => {
    const same = heard('running', { status: RUNNING.status });
    expect(pageJobHeard(RUNNING, same, 1_059_999)).toBe(RUNNING);
    expect(pageJobHeard(RUNNING, same, 1_060_000)).toEqual({ ...RUNNING, heardAt: 1_060_000 });
  });

  it('is silent once nothing was heard of it for ten minutes', () => {
    expect(isSilent(RUNNING, 1_599_999)).toBe(false);
    expect(isSilent(RUNNING, 1_600_000)).toBe(true);
    expect(isSilent(DONE, 9_000_000)).toBe(false);
  });
});

describe('a job of the page in a list of clips', () => {
  it.each([
    ['its seed, model and project', RUNNING, {}],
    ['the id that it would have', { ...RUNNING, mediaId: uuid(5) }, { seed: 8 }],
    ['a clip made about then', RUNNING, { madeAt: 999_000 }],
  ])('is done by %s', (_, job, more) => {
    expect(pageJobListed(job, [clip({ id: uuid(4), seed: 1 }), clip(more)], 9)).toEqual({
      ...CORE,
      ...{ state: 'done', endedAt: 9, mediaId: uuid(5) },
    });
  });

  it.each([
    ['another seed', RUNNING, { seed: 8 }],
    ['another model', RUNNING, { model: 'veo_2' }],
    ['another project', RUNNING, { projectId: uuid(9) }],
    ['an older clip', RUNNING, { madeAt: 900_000 }],
    ['another id than it would have', { ...RUNNING, mediaId: uuid(6) }, {}],
  ])('is not done by %s', (_, job, more) => {
    expect(pageJobListed(job, [clip(more)], 9)).toBe(job);
  });

  it('without a seed is known by none', () => {
    const { seed: _seed, ...job } = RUNNING;
    const { seed: _own, ...listed } = clip({});
    expect(pageJobListed(job, [listed], 9)).toBe(job);
  });
});

it.each([DONE, FAILED])('a job of the page that has ended stays as it is', (job) => {
  for (const progress of ['running', 'done', 'failed', 'unknown'] as const)
    expect(pageJobHeard(job, heard(progress), 9)).toBe(job);
  expect(pageJobListed(job, [clip({})], 9)).toBe(job);
});
