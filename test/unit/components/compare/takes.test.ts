import { describe, expect, it } from 'vitest';
import { chargedText } from '@/components/compare/TakeDetails';
import { nextTake, takeName, takesOf } from '@/components/compare/takes';
import type { Job } from '@/lib/jobs/job';
import { openEntry } from '@/lib/ledger/ledger';
import { core, JOBS, uuid, waiting } from '../../../samples/jobs';

const done = (n: number, own: object = {}): Job => ({
  ...JOBS.done,
  id: uuid(n),
  createdAt: n,
  ...own,
});
const idOf = (job: Job | undefined) => job?.id;

describe('the takes of a batch', () => {
  it('stand in the order they were wished, without those that are hidden', () => {
    const batch = [done(3), done(1, { clearedAt: 5 }), waiting(2)];
    expect(takesOf(batch).map(idOf)).toEqual([uuid(2), uuid(3)]);
    expect(takesOf(batch, uuid(1)).map(idOf)).toEqual([uuid(1), uuid(2), uuid(3)]);
  });

  it('are called by their move', () => {
    expect(takeName(done(1), [done(1), done(2)])).toBe('Orbit up');
  });

  it('are called by their place where the prompt is one, also once another is hidden', () => {
    const extend: Job['request'] = {
      ...core(1).request,
      action: 'extend',
      mediaId: 'clip',
      prompt: 'On',
      startFrameIndex: 168,
      endFrameIndex: 191,
    };
    const batch = [1, 2, 3].map((n) => done(n, { request: extend }));
    expect(batch.map((job) => takeName(job, batch))).toEqual(['Take 1', 'Take 2', 'Take 3']);
    expect(takeName(done(1, { request: extend }), [batch[0] ?? done(1)])).toBe('Result');
  });

  it('are called by their clip where several are upscaled', () => {
    const upscale = { ...core(1).request, action: 'upscale' as const, mediaId: 'clip' };
    const batch = ['Witch', 'Cat'].map((title, n) => done(n, { title, request: upscale }));
    expect(batch.map((job) => takeName(job, batch))).toEqual(['Witch', 'Cat']);
  });
});

describe('the take after a decision', () => {
  const batch = [done(1), done(2, { keptAt: 5 }), waiting(3), done(4), done(5, { clearedAt: 6 })];

  it('is the next one that is done and undecided, round the end', () => {
    expect(idOf(nextTake(batch, uuid(1)))).toBe(uuid(4));
    expect(idOf(nextTake(batch, uuid(4)))).toBe(uuid(1));
    expect(idOf(nextTake(batch, uuid(5)))).toBe(uuid(1));
  });

  it('is none when all others are decided', () => {
    expect(nextTake([done(1), done(2, { keptAt: 5 })], uuid(1))).toBeUndefined();
    expect(nextTake([done(1)], uuid(1))).toBeUndefined();
  });
});

describe('what a take cost', () => {
  const entry = openEntry(done(1), 1000, 100);

  it('is what the ledger has, beside what the button said', () => {
    expect(chargedText({ ...entry, charged: 'yes', credits: 20 })).toBe(
      '20 credits, as the button said',
    );
    expect(chargedText({ ...entry, charged: 'yes', credits: 10 })).toBe(
      '10 credits; the button said 20 credits',
    );
    expect(chargedText({ ...entry, price: 0, charged: 'no', credits: 0 })).toBe('free');
    expect(chargedText({ ...entry, charged: 'no', credits: 0 })).toBe('not charged');
  });

  it('is said to be unknown where it is', () => {
    expect(chargedText(undefined)).toBe('not known here');
    expect(chargedText(entry)).toBe('may have been charged, 20 credits');
    const { price: _, ...priceless } = entry;
    expect(chargedText(priceless)).toBe('may have been charged');
    expect(chargedText({ ...priceless, charged: 'yes' })).toBe('may have been charged');
  });
});
