import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';

const item = defineItem(
  'session:counted',
  z.record(z.string(), z.number()),
  {} as Record<string, number>,
);

beforeEach(() => fakeBrowser.reset());

it('a stored item loses none of the changes that are made at once', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `name-${index}`);
  await Promise.all(names.map((name, at) => item.change((before) => ({ ...before, [name]: at }))));
  expect(Object.keys(await item.get()).sort()).toEqual([...names].sort());
});

it('a stored item loses none of the changes of two contexts, each with the value of its own', async () => {
  const other = defineItem(
    'session:counted',
    z.record(z.string(), z.number()),
    {} as Record<string, number>,
  );
  await Promise.all(
    [item, other, item, other].map((each, at) =>
      each.change((before) => ({ ...before, [`name-${at}`]: at })),
    ),
  );
  expect(Object.keys(await item.get())).toHaveLength(4);
});

it('a stored item can be changed after a change that failed', async () => {
  const broken = item.change(() => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  await item.change(() => ({ one: 1 }));
  expect(await item.get()).toEqual({ one: 1 });
});
