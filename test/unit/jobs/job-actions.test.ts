import { describe, expect, it } from 'vitest';
import { settingsOf } from '@/lib/drafts/settings-of';
import { goesOutAt } from '@/lib/jobs/forecast';
import type { Job } from '@/lib/jobs/job';
import { actionsOf } from '@/lib/jobs/job-actions';
import { JOBS, OPERATION, uuid, waiting } from '../../samples/jobs';

const all = (job: Job, isRepeated = false) => {
  const { main, more } = actionsOf(job, isRepeated);
  return [main, ...more.flat()];
};

describe('what can be done with a job', () => {
  it.each(Object.values(JOBS))('$state: nothing twice', (job) => {
    const ways = all(job);
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('puts in front what is best in its state', () => {
    const main = Object.values(JOBS).map((job) => [job.state, actionsOf(job, false).main]);
    expect(Object.fromEntries(main)).toEqual({
      waiting: 'cancel',
      submitting: undefined,
      running: 'show',
      done: 'save',
      failed: 'again',
      unknown: 'checkAgain',
      cancelled: undefined,
    });
  });

  it('sends an unknown or failed job again once only', () => {
    expect(all(JOBS.unknown)).toEqual(expect.arrayContaining(['checkAgain', 'again', 'forget']));
    for (const job of [JOBS.unknown, JOBS.failed]) expect(all(job, true)).not.toContain('again');
  });

  it('offers to edit what Flow refuses for its prompt, and still to send it again', () => {
    const failure = {
      kind: 'generation',
      charged: 'no',
      reason: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED',
    } as const;
    const ways = actionsOf({ ...JOBS.failed, failure }, false);
    expect(ways.main).toBe('edit');
    expect(ways.more.flat()).toContain('again');
  });

  it('looks a late job up again and does not send it', () => {
    const failure = { kind: 'late', charged: 'unknown' } as const;
    expect(actionsOf({ ...JOBS.failed, failure, operation: OPERATION }, false).main).toBe(
      'checkAgain',
    );
  });

  it('never takes a job off the list that is not at its end', () => {
    for (const job of [JOBS.waiting, JOBS.submitting, JOBS.running, JOBS.unknown])
      expect(all(job)).not.toContain('clear');
  });

  it('goes on from a result only where it is in the library', () => {
    expect(all(JOBS.done)).toEqual(expect.arrayContaining(['extend', 'reshoot', 'upscale']));
    const inAnswer: Job = { ...JOBS.done, result: { hasFile: true } };
    expect(all(inAnswer)).not.toContain('extend');
  });

  it('puts a cleared job back', () => {
    expect(actionsOf({ ...JOBS.done, clearedAt: 1 }, false).main).toBe('putBack');
  });
});

describe('the settings of a job', () => {
  it('ask for the same once more', () => {
    const { request } = JOBS.done;
    expect(settingsOf(request)).toEqual({
      action: 'reshoot',
      clipId: 'mediaId' in request ? request.mediaId : '',
      moves: ['UP'],
      seed: 7,
      takes: 1,
    });
  });
});

describe('when a waiting job goes out', () => {
  const line = [waiting(1), waiting(2), waiting(3)];
  const place = { waiting: line, atFlow: 1, atOnce: 3, gapSeconds: 10, lastSentAt: 1000 };

  it('is a gap after the last for each place in line', () => {
    expect(goesOutAt(waiting(1), place)).toBe(11_000);
    expect(goesOutAt(waiting(2), place)).toBe(21_000);
  });

  it('is not known where a running job has to end first', () => {
    expect(goesOutAt(waiting(3), place)).toBeUndefined();
  });

  it('is not known before anything was sent, and of a job that does not wait', () => {
    expect(goesOutAt(waiting(1), { ...place, lastSentAt: undefined })).toBeUndefined();
    expect(goesOutAt({ ...JOBS.done, id: uuid(50) }, place)).toBeUndefined();
  });
});
