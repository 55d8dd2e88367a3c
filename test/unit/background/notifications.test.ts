import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginNotifications, createNotifications } from '@/lib/background/notifications';
import { notify, unnotify } from '@/lib/browser/notifications';
import { database } from '@/lib/storage/database';
import { notifiedUntil } from '@/lib/storage/items';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { JOBS, uuid } from '../../samples/jobs';

vi.mock('@/lib/browser/notifications', () => ({ notify: vi.fn(), unnotify: vi.fn() }));
vi.mock('@/lib/background/notification-text', () => ({
  batchText: () => ({ title: '', message: '' }),
}));
vi.mock('@/lib/browser/surfaces', () => ({ isVisible: async () => false }));

const told = vi.mocked(notify);
const clock = { now: 5000 };
const notices = createNotifications(() => clock.now);
const [first, second] = [
  { id: uuid(1), batchId: uuid(101) },
  { id: uuid(2), batchId: uuid(102) },
];
const batches = () => told.mock.calls.map(([, , id]) => id);

beforeEach(async () => {
  fakeBrowser.reset();
  told.mockReset();
  told.mockResolvedValue(undefined);
  await tableOf(database, 'jobs').clear();
  await notifiedUntil.set({ at: 1000 });
});

/** A look, to its end: it has noted up to where it has told. */
async function look(upTo: number): Promise<void> {
  notices.look();
  await eventually(async () => expect(await notifiedUntil.get()).toEqual({ at: upTo }));
}

it('the notification that offers to take a job back goes away once the job has gone out', async () => {
  await tableOf(database, 'jobs').put([
    { ...JOBS.waiting, ...first, changedAt: 2000 },
    { ...JOBS.submitting, ...second, changedAt: 2001 },
  ]);
  await look(2001);
  expect(vi.mocked(unnotify).mock.calls).toEqual([[`sent:${second.batchId}`]]);
});

it('a batch that ends while another one is being told is told once', async () => {
  await tableOf(database, 'jobs').put([
    { ...JOBS.failed, ...first, endedAt: 2000, changedAt: 2000 },
    { ...JOBS.running, ...second, changedAt: 2001 },
  ]);
  told.mockImplementationOnce(async () => {
    await tableOf(database, 'jobs').put([
      { ...JOBS.failed, ...second, endedAt: 3000, changedAt: 3000 },
    ]);
  });
  await look(2001);
  await look(3000);
  expect(batches()).toEqual([`batch:${first.batchId}`, `batch:${second.batchId}`]);
});

it('a batch is told although the system refuses to show the one before, and neither is tried again', async () => {
  await tableOf(database, 'jobs').put([
    { ...JOBS.failed, ...first, endedAt: 2000, changedAt: 2000 },
    { ...JOBS.failed, ...second, endedAt: 2001, changedAt: 2001 },
  ]);
  told.mockRejectedValueOnce(new Error('refused'));
  await look(2001);
  await tableOf(database, 'jobs').put([{ ...JOBS.waiting, id: uuid(3), changedAt: 2002 }]);
  await look(2002);
  expect(batches()).toEqual([`batch:${first.batchId}`, `batch:${second.batchId}`]);
});

it('a batch that ends after the clock was put back is told, and told once', async () => {
  await notifiedUntil.set({ at: 9000 });
  clock.now = 4000;
  await tableOf(database, 'jobs').put([{ ...JOBS.running, ...first, changedAt: 9001 }]);
  await look(9001);
  await tableOf(database, 'jobs').put([
    { ...JOBS.failed, ...first, endedAt: 4500, changedAt: 9002 },
  ]);
  clock.now = 4600;
  await look(9002);
  await tableOf(database, 'jobs').put([
    { ...JOBS.failed, ...first, endedAt: 4500, changedAt: 9003 },
  ]);
  await look(9003);
  expect(batches()).toEqual([`batch:${first.batchId}`]);
});

it('notifications begin after all changes that are stored, also where those lie ahead of the clock', async () => {
  await notifiedUntil.set(undefined);
  await tableOf(database, 'jobs').put([{ ...JOBS.done, ...first, changedAt: 9000 }]);
  await beginNotifications(5000);
  expect(await notifiedUntil.get()).toEqual({ at: 9000 });
});
