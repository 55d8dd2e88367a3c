import { expect, it } from 'vitest';
import { createLooked } from '@/lib/background/looked';

it('somebody looks while a view can be seen', async () => {
  let isVisible = false;
  const { isLooked } = createLooked(
    async () => isVisible,
    () => 0,
  );
  expect(await isLooked()).toBe(false);
  isVisible = true;
  expect(await isLooked()).toBe(true);
});

it('somebody looks for half a minute after the user’s last word, whatever the clock does', async () => {
  let now = 100_000;
  const looked = createLooked(
    async () => false,
    () => now,
  );
  looked.note();
  now += 29_999;
  expect(await looked.isLooked()).toBe(true);
  now += 1;
  expect(await looked.isLooked()).toBe(false);
  now = 0;
  expect(await looked.isLooked()).toBe(false);
});
