import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { channel } from '@/lib/messaging/channel';
import { ANSWER_WITHIN_MS, askPage } from '@/lib/messaging/client';

const SESSION = { about: 'session' } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('a question is answered by the page', async () => {
  vi.spyOn(channel, 'sendMessage').mockResolvedValue('{}');
  expect(await askPage(1, SESSION)).toBe('{}');
  expect(vi.getTimerCount()).toBe(0);
});

it('a question ends in time where the page never answers', async () => {
  vi.spyOn(channel, 'sendMessage').mockReturnValue(new Promise(() => undefined));
  const ended = vi.fn();
  const asked = askPage(1, SESSION).catch(ended);
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await asked;
  expect(ended).toHaveBeenCalledOnce();
});
