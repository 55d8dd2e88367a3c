import { describe, expect, it, vi } from 'vitest';
import { allowedBy, askedSum, questionWords } from '@/components/words/question-words';
import type { Question } from '@/lib/job/limits';

vi.mock('#i18n', async () => ({ i18n: (await import('./english')).english }));

const WISH: Question = { kind: 'wish', sum: 160, limit: 100 };
const DAY: Question = { kind: 'day', sum: 160, spent: 100, limit: 200 };
const PRICE: Question = { kind: 'price' };

describe('the question above a limit', () => {
  it('names the sum and the limit of a batch', () => {
    expect(questionWords(WISH, 8)).toBe(
      'This batch costs 160 credits, more than your limit of 100.',
    );
  });

  it('calls one job a job', () => {
    expect(questionWords(WISH, 1)).toMatch(/^This job costs 160 credits/);
  });

  it('names what today comes to with it', () => {
    expect(questionWords(DAY, 8)).toBe(
      'With this wish, today comes to 260 credits; your limit is 200.',
    );
  });

  it('says that no price is known', () => {
    expect(questionWords(PRICE, 8)).toBe('The price is not known, and you have set a limit.');
  });

  it('allows the sum that was named, and any where none could be', () => {
    expect([WISH, DAY, PRICE].map(askedSum)).toEqual([160, 160, undefined]);
    expect([WISH, DAY, PRICE].map(allowedBy)).toEqual([160, 160, Number.MAX_SAFE_INTEGER]);
  });
});
