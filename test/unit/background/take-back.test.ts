import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notifySent, takeBack, takeBackTime, withdrawSent } from '@/lib/background/take-back';
import { notify, unnotify } from '@/lib/browser/notifications';
import { dispatch } from '@/lib/queue/dispatch';
import type { QueuePorts } from '@/lib/queue/ports';
import { database } from '@/lib/storage/database';
import { settings } from '@/lib/storage/items';
import { createJobStore } from '@/lib/storage/job-store';
import { tableOf } from '../../fakes/table-of';
import { JOBS, uuid } from '../../samples/jobs';

vi.mock('@/lib/browser/notifications', () => ({ notify: vi.fn(), unnotify: vi.fn() }));

const told = vi.mocked(notify);
const store = createJobStore(database);
const ports = { jobs: store, now: () => 5000 } as unknown as QueuePorts;
const { batchId } = JOBS.waiting;

beforeEach(async () => {
  fakeBrowser.reset();
  told.mockReset();
  vi.mocked(unnotify).mockReset();
  await tableOf(database, 'jobs').clear();
});

describe('what the menu has sent', () => {
  it('is named with its price and the way back', async () => {
    await store.add([JOBS.waiting], batchId);
    await notifySent(batchId);
    expect(told.mock.calls).toEqual([
      [
        expect.any(String),
        expect.stringContaining('20 credits'),
        `sent:${batchId}`,
        'Take it back',
      ],
    ]);
    expect(told.mock.calls[0]?.[0]).not.toBe('');
  });

  it('is cancelled by the button while it waits', async () => {
    await store.add([JOBS.waiting], batchId);
    await takeBack(ports, `sent:${batchId}`);
    expect((await store.get(JOBS.waiting.id))?.state).toBe('cancelled');
    expect(told.mock.calls[0]?.[1]).toMatch(/^Taken back\. Nothing was sent/);
  });

  it('is not cancelled once it has gone out, and the user is told', async () => {
    await store.add([JOBS.waiting], batchId);
    await dispatch(ports, JOBS.waiting.id, { type: 'submit' });
    await takeBack(ports, `sent:${batchId}`);
    expect((await store.get(JOBS.waiting.id))?.state).toBe('submitting');
    expect(told.mock.calls[0]?.[1]).toMatch(/it may be charged/);
  });

  it('that was deleted meanwhile counts as gone on', async () => {
    await takeBack(ports, `sent:${uuid(99)}`);
    expect(told.mock.calls[0]?.[1]).toMatch(/gone on/);
  });

  it('is none of what other notifications are about', async () => {
    await store.add([JOBS.waiting], batchId);
    await takeBack(ports, `batch:${batchId}`);
    expect((await store.get(JOBS.waiting.id))?.state).toBe('waiting');
    expect(told).not.toHaveBeenCalled();
  });

  it('is offered back only until it has gone out', async () => {
    await store.add([JOBS.waiting], batchId);
    await withdrawSent(batchId);
    expect(unnotify).not.toHaveBeenCalled();
    await dispatch(ports, JOBS.waiting.id, { type: 'submit' });
    await withdrawSent(batchId);
    expect(unnotify).toHaveBeenCalledWith(`sent:${batchId}`);
  });
});

it.each([
  [3, 3000],
  [10, 10_000],
  [600, 10_000],
])('waits, with %i s between two jobs, %i ms', async (gapSeconds, ms) => {
  await settings.set({ ...settings.fallback, gapSeconds });
  expect(await takeBackTime()).toBe(ms);
});
