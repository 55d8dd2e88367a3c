import { describe, expect, it } from 'vitest';
import { FILTERS, isShown, needsYou, waitsForYou } from '@/lib/jobs/filter';
import type { Job } from '@/lib/jobs/job';
import { JOBS } from '../../samples/jobs';

const place = { hold: undefined, repeated: new Set<string>() };
const limit = { reason: 'limit', since: 0, until: 0 } as const;

const under = (job: Job, own = place) => FILTERS.filter((name) => isShown(job, name, own));

describe('what a filter shows', () => {
  it.each([
    ['waiting', ['all', 'open']],
    ['submitting', ['all', 'open']],
    ['running', ['all', 'open']],
    ['done', ['all', 'done']],
    ['failed', ['all', 'needs']],
    ['unknown', ['all', 'needs']],
    ['cancelled', ['all']],
  ] as const)('a job that is %s', (state, filters) => {
    expect(under(JOBS[state])).toEqual(filters);
  });

  it('shows what was cleared under its own filter only', () => {
    expect(under({ ...JOBS.failed, clearedAt: 1 })).toEqual(['cleared']);
  });

  it('shows a kept take', () => {
    expect(under({ ...JOBS.done, keptAt: 1 })).toEqual(['all', 'done', 'kept']);
  });

  it('asks nothing of the user for a job that was sent again', () => {
    const repeated = new Set([JOBS.failed.id]);
    expect(needsYou(JOBS.failed, { hold: undefined, repeated })).toBe(false);
  });

  it('asks for a yes above a limit, but not for a free job or one that has it', () => {
    expect(waitsForYou(JOBS.waiting, limit)).toBe(true);
    expect(waitsForYou({ ...JOBS.waiting, price: 0 }, limit)).toBe(false);
    expect(waitsForYou({ ...JOBS.waiting, allowed: true }, limit)).toBe(false);
    expect(waitsForYou(JOBS.running, limit)).toBe(false);
    expect(waitsForYou(JOBS.waiting, { ...limit, reason: 'throttled' })).toBe(false);
    expect(waitsForYou(JOBS.waiting, { ...limit, reason: 'verification' })).toBe(true);
  });
});
