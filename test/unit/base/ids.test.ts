import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
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

it('an id from an address is an id in every record, whatever version it says it has', () => {
  const hex = (length: number) =>
    fc.string({
      unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
      minLength: length,
      maxLength: length,
    });
  const uuid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'));
  fc.assert(
    fc.property(fc.oneof(uuid, fc.string()), (text) => {
      expect(z.guid().safeParse(text).success).toBe(isUuid(text));
    }),
  );
});
