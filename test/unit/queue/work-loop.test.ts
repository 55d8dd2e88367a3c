import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWorkLoop } from '@/lib/queue/work-loop';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const nothing = () => undefined;

it('the work loop runs again when its time has come, and rests without one', async () => {
  const waits = [5000, undefined];
  const step = vi.fn(async () => waits.shift());
  const loop = createWorkLoop(step, nothing, nothing);
  loop.runNow();
  expect(loop.dueMs()).toBe(0);
  await vi.advanceTimersByTimeAsync(0);
  expect(loop.dueMs()).toBe(5000);
  await vi.advanceTimersByTimeAsync(5000);
  expect(step).toHaveBeenCalledTimes(2);
  expect(loop.dueMs()).toBeUndefined();
});

it('the work loop runs at once as long as there is more to do', async () => {
  const waits = [0, 0, 7000];
  const step = vi.fn(async () => waits.shift());
  createWorkLoop(step, nothing, nothing).runNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(step).toHaveBeenCalledTimes(3);
});

it('the work loop never runs twice at the same time, and hears a call in between', async () => {
  let running = 0;
  let most = 0;
  const step = vi.fn(async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 100));
    running--;
    return undefined;
  });
  const loop = createWorkLoop(step, nothing, nothing);
  loop.runNow();
  loop.runNow();
  loop.runNow();
  await vi.advanceTimersByTimeAsync(1000);
  expect(most).toBe(1);
  expect(step).toHaveBeenCalledTimes(2);
});

it.each([
  ['an event cannot bring forward', 20_000, 1],
  ['an event may bring forward', { atMost: 20_000 }, 2],
  ['only an event can end', undefined, 2],
])('runIfIdle ends a wait that %s', async (_, wait, runs) => {
  const step = vi.fn(async () => wait);
  const loop = createWorkLoop(step, nothing, nothing);
  loop.runNow();
  await vi.advanceTimersByTimeAsync(1000);
  loop.runIfIdle();
  await vi.advanceTimersByTimeAsync(1000);
  expect(step).toHaveBeenCalledTimes(runs);
});

it('a call to run now replaces the wait of the work loop', async () => {
  const step = vi.fn(async () => 60_000);
  const loop = createWorkLoop(step, nothing, nothing);
  loop.runNow();
  await vi.advanceTimersByTimeAsync(1000);
  loop.runNow();
  await vi.advanceTimersByTimeAsync(59_999);
  expect(step).toHaveBeenCalledTimes(2);
});

it('the work loop tells of an error and tries again', async () => {
  const broken = vi.fn();
  const step = vi
    .fn(async (): Promise<undefined> => undefined)
    .mockRejectedValueOnce(new Error('x'));
  createWorkLoop(step, nothing, broken, 5000).runNow();
  await vi.advanceTimersByTimeAsync(5000);
  expect(broken).toHaveBeenCalledOnce();
  expect(step).toHaveBeenCalledTimes(2);
});

it('a call to run if idle starts a work loop that rests, and leaves one alone that has its next time', async () => {
  const waits = [undefined, 5000, 5000];
  const step = vi.fn(async () => waits.shift());
  const loop = createWorkLoop(step, nothing, nothing);
  loop.runIfIdle();
  await vi.advanceTimersByTimeAsync(0);
  expect(loop.dueMs()).toBeUndefined();
  loop.runIfIdle();
  await vi.advanceTimersByTimeAsync(0);
  expect(step).toHaveBeenCalledTimes(2);
  loop.runIfIdle();
  await vi.advanceTimersByTimeAsync(4999);
  expect(step).toHaveBeenCalledTimes(2);
});

it('a call to run if idle in the middle of a run that finds nothing is not lost', async () => {
  const waits = [undefined, 5000];
  const step = vi.fn(async () => {
    await new Promise((done) => setTimeout(done, 100));
    return waits.shift();
  });
  const loop = createWorkLoop(step, nothing, nothing);
  loop.runNow();
  await vi.advanceTimersByTimeAsync(50);
  loop.runIfIdle();
  await vi.advanceTimersByTimeAsync(200);
  expect(step).toHaveBeenCalledTimes(2);
  expect(loop.dueMs()).toBeDefined();
});

it.each([30 * 86_400_000, Number.POSITIVE_INFINITY])(
  'a wait of the work loop that no timer can hold (%d ms) does not end at once',
  async (wait) => {
    const step = vi.fn(async () => wait);
    createWorkLoop(step, nothing, nothing).runNow();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(step).toHaveBeenCalledOnce();
  },
);

it('the work loop is due at its time, however the clock of the day jumps', async () => {
  const loop = createWorkLoop(async () => 5000, nothing, nothing);
  loop.runNow();
  await vi.advanceTimersByTimeAsync(0);
  vi.setSystemTime(0);
  expect(loop.dueMs()).toBe(5000);
});
