import { describe, expect, it } from 'vitest';
import { forEachAtOnce, forEachOf } from '@/lib/base/each';

describe.each([
  ['one after another', forEachOf],
  ['at once', forEachAtOnce],
] as const)('a step for each of several, %s', (_, forEach) => {
  it('has its turn although another failed, and the first failure is told once all have ended', async () => {
    const ended: number[] = [];
    const all = forEach([1, 2, 3, 4], async (value) => {
      await Promise.resolve();
      if (value % 2 === 0) throw new Error(`${value} failed`);
      ended.push(value);
    });
    await expect(all).rejects.toThrow('2 failed');
    expect(ended).toEqual([1, 3]);
  });
});

it('a step that never ends keeps no other from beginning where all begin at once', async () => {
  const begun: number[] = [];
  void forEachAtOnce([1, 2], async (value) => {
    begun.push(value);
    await new Promise(() => undefined);
  });
  expect(begun).toEqual([1, 2]);
});
