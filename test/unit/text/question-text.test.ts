import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/drafts/limits';
import { askedSum, questionText } from '@/lib/text/question-text';

const WISH: Question = { kind: 'batch', sum: 160, limit: 100 };
const DAY: Question = { kind: 'day', sum: 160, spent: 100, limit: 200 };
const PRICE: Question = { kind: 'price' };

describe('the question above a limit', () => {
  it('names the sum and the limit of a batch', () => {
    expect(questionText(WISH, 8)).toBe(
      'This batch costs 160 credits, more than your limit of 100.',
    );
  });

  it('calls one job a job', () => {
    expect(questionText(WISH, 1)).toMatch(/^This job costs 160 credits/);
  });

  it('names what today comes to with it', () => {
    expect(questionText(DAY, 8)).toBe(
      'With this batch, today comes to 260 credits; your limit is 200.',
    );
  });

  it('says that no price is known', () => {
    expect(questionText(PRICE, 8)).toBe('The price is not known, and you have set a limit.');
  });

  it('says of what else it has to be sure', () => {
    expect(questionText({ kind: 'cheaper', sum: 20, named: 0 }, 1)).toBe(
      'Flow’s page names a lower price than is known: free. Nothing is charged yet; you may be charged 20 credits.',
    );
    expect(questionText({ kind: 'dearer', sum: 30, before: 0 }, 1)).toBe(
      'The price has risen since: 30 credits instead of free. Nothing is charged yet.',
    );
    expect(questionText({ kind: 'model' }, 1)).toMatch(/its price is not known/);
    expect(questionText({ kind: 'spent', sum: 20, limit: 100 }, 1)).toMatch(/a day is 100\./);
  });

  it('is about the sum that was named, where one could be', () => {
    expect([WISH, DAY, PRICE].map(askedSum)).toEqual([160, 160, undefined]);
  });
});
