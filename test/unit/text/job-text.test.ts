import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '@/lib/flow/failure';
import type { JobIn } from '@/lib/jobs/job';
import { isLate } from '@/lib/jobs/job';
import { failureText } from '@/lib/text/failure-text';
import { changesText, jobChanged, stateText } from '@/lib/text/job-text';
import { JOBS, OPERATION } from '../../samples/jobs';

const late: JobIn<'failed'> = {
  ...JOBS.failed,
  failure: { kind: 'late', charged: 'unknown' },
  operation: OPERATION,
};

describe('the words of a job', () => {
  it('call a late job late and not failed', () => {
    expect(isLate(late)).toBe(true);
    expect(stateText(late, { now: 0 }).state).toBe('Late: not finished in time');
    expect(jobChanged(late)).toMatch(/: late, not finished in time$/);
  });

  it('call any other failure failed', () => {
    expect(isLate(JOBS.failed)).toBe(false);
    expect(stateText(JOBS.failed, { now: 0 }).state).toBe('Failed · charge unknown');
  });

  it('say how long a finished job took and what it cost', () => {
    expect(stateText(JOBS.done, { now: 0 })).toEqual({
      state: 'Done',
      more: ' in 0:01 · 20 credits',
    });
  });

  it('say how long a running job has run and usually takes, by five seconds', () => {
    const { state, more } = stateText(JOBS.running, { now: 43_000, usualMs: 51_900 });
    expect(`${state}${more}`).toBe('Running 0:42, usually about 0:50');
  });

  it('say when a waiting job goes out, as long as that lies ahead', () => {
    expect(stateText(JOBS.waiting, { now: 0, goesOutAt: 8000 }).more).toBe(' · goes out in 0:08');
    expect(stateText(JOBS.waiting, { now: 9000, goesOutAt: 8000 })).toEqual({ state: 'Waiting' });
  });

  it('name a few changes and count many', () => {
    expect(changesText([JOBS.done])).toBe(jobChanged(JOBS.done));
    const many = [...Array(6).fill(JOBS.done), JOBS.failed];
    expect(changesText(many)).toBe('Jobs: 1 failed, 6 done');
  });

  it.each(FAILURE_KINDS)('say for %s what happened and what to do', (kind) => {
    const words = failureText({ kind, charged: 'unknown' }, 'extend');
    expect(words).toMatch(/^[A-Z][^.]+\. .*\.$/);
  });
});
