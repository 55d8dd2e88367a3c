import { expect, it } from 'vitest';
import { isUuid, newId, randomSeed } from '@/lib/base/ids';

it('seeds are whole numbers from 0 to 99999', () => {
  for (let n = 0; n < 2000; n++) {
    const seed = randomSeed();
    expect(Number.isInteger(seed) && seed >= 0 && seed <= 99_999).toBe(true);
  }
});

it('ids are uuids and differ', () => {
  const ids = Array.from({ length: 100 }, newId);
  expect(ids.every(isUuid)).toBe(true);
  expect(new Set(ids).size).toBe(100);
  expect(isUuid('elm')).toBe(false);
});
