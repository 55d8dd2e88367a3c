import { expect, it, vi } from 'vitest';
import { once } from '@/lib/base/once';

it.each([5, undefined])('a value is made when it is asked for, and once: %s', (value) => {
  const make = vi.fn(() => value);
  const read = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([read(), read()]).toEqual([value, value]);
  expect(make).toHaveBeenCalledOnce();
});
