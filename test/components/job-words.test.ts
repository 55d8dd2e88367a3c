import { describe, expect, it, vi } from 'vitest';
import { failureWords } from '@/components/words/failure-words';
import { isLate, jobChanged, stateWords } from '@/components/words/job-words';
import { FAILURE_KINDS } from '@/lib/flow/failure';
import type { JobIn } from '@/lib/job/job';
import { JOBS, OPERATION } from '../job/sample-jobs';

vi.mock('#i18n', async () => ({ i18n: (await import('./english')).english }));

const late: JobIn<'failed'> = {
  ...JOBS.failed,
  failure: { kind: 'late', charged: 'unknown' },
  operation: OPERATION,
};

describe('the words of a job', () => {
  it('call a late job late and not failed', () => {
    expect(isLate(late)).toBe(true);
    expect(stateWords(late, 0).state).toBe('Late: not finished in time');
    expect(jobChanged(late)).toMatch(/: late, not finished in time$/);
  });

  it('call any other failure failed', () => {
    expect(isLate(JOBS.failed)).toBe(false);
    expect(stateWords(JOBS.failed, 0).state).toBe('Failed · charge unknown');
  });

  it('say how long a finished job took and what it cost', () => {
    expect(stateWords(JOBS.done, 0)).toEqual({ state: 'Done', more: 'in 0:01 · 20 credits' });
  });

  it.each(FAILURE_KINDS)('say for %s what happened and what to do', (kind) => {
    const words = failureWords({ kind, charged: 'unknown' });
    expect(words).toMatch(/^[A-Z][^.]+\. .*\.$/);
  });
});
