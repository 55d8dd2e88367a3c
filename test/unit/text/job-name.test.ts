import { describe, expect, it } from 'vitest';
import { batchText } from '@/lib/background/notification-text';
import { batchTitle } from '@/lib/text/batch-text';
import { jobName, jobObject, jobVerb, sourceName } from '@/lib/text/job-name';
import { jobChanged } from '@/lib/text/job-text';
import { JOBS } from '../../samples/jobs';

const { done } = JOBS;

describe('the name of a job', () => {
  it('is its verb and its object, with the move of a reshoot', () => {
    expect(jobVerb(done)).toBe('Reshoot');
    expect(jobObject(done)).toBe('“Witch lands”, Orbit up');
    expect(jobName(done)).toBe('Reshoot “Witch lands”, Orbit up');
    expect(sourceName(done)).toBe('Reshoot “Witch lands”');
  });

  it.each([
    ['a long title', 'Witch lands on the roof of the old town hall while the rain begins to fall'],
    ['a title from right to left', 'מכשפה נוחתת על הגג'],
    ['a title that ends in a family', `${'a'.repeat(59)}👨‍👩‍👧‍👦👨‍👩‍👧‍👦`],
  ])('of %s is the same in the list and in a notification', (_, title) => {
    const job = { ...done, title };
    expect(batchText([job], []).title).toBe(jobName(job));
    expect(batchText([job, job], []).title).toBe(`${sourceName(job)}, 2 jobs`);
    expect(jobChanged(job)).toBe(`${jobName(job)}: done`);
    expect(batchTitle([job, job])).toContain(jobObject(job).split(', Orbit')[0]);
  });
});
