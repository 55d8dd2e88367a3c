import { expect, it, vi } from 'vitest';
import { createKept } from '@/lib/storage/kept';

/** A stored number on a disk that can be full. */
function createDisk() {
  const disk = { value: 0, isFull: false };
  const item = {
    get: async () => disk.value,
    async set(value: number) {
      if (disk.isFull) throw new Error('QUOTA_BYTES quota exceeded');
      disk.value = value;
    },
  };
  return { disk, kept: createKept(item) };
}

it('a kept value counts at once, also where the disk does not take it, and is stored when it does', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { disk, kept } = createDisk();
  disk.isFull = true;
  await kept.change(() => 7);
  expect([await kept.get(), disk.value]).toEqual([7, 0]);
  await expect(kept.store()).rejects.toThrow('quota');
  expect(await kept.get()).toBe(7);
  disk.isFull = false;
  await kept.store();
  expect([await kept.get(), disk.value]).toEqual([7, 7]);
  vi.restoreAllMocks();
});

it('a kept value is changed by one after another, whatever is under way', async () => {
  const { disk, kept } = createDisk();
  await Promise.all(Array.from({ length: 20 }, () => kept.change((value) => value + 1)));
  expect(disk.value).toBe(20);
});

it('a kept value is what the disk has where nothing is owed to it', async () => {
  const { disk, kept } = createDisk();
  await kept.change(() => 1);
  disk.value = 5;
  expect(await kept.get()).toBe(5);
});
