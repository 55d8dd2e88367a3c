import { expect, it } from 'vitest';
import { isFlowOnly } from '@/lib/flow/flow-only';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

it.each([
  ['just now', 'ada', 1000, true],
  ['for a week', 'ada', 1000 + WEEK_MS - 1, true],
  ['no longer', 'ada', 1000 + WEEK_MS, false],
  ['before, by a clock that was put back', 'ada', 1000 - WEEK_MS, false],
  ['for another account', 'ben', 1000, false],
  ['for nobody', undefined, 1000, false],
] as const)(
  'a verification that the page was seen to add counts %s: %s',
  (_, account, now, expected) => {
    expect(isFlowOnly({ ada: 1000 }, account, now)).toBe(expected);
  },
);
