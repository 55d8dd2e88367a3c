import { CLIPS } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';

test('when the disk is full nothing is sent, the person is told, and it goes on when there is room', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High');
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const full = () => {
      throw new DOMException('No room on the disk.', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
    Object.assign(globalThis, {
      makeRoom: () => Object.assign(IDBObjectStore.prototype, { add, put }),
    });
  });
  await popup.getByRole('button', { name: /^Reshoot 1 move/ }).click();
  await expect(popup.getByText(/could not be stored on this device/)).toBeVisible();
  await popup.waitForTimeout(2000);
  expect(twin.submits).toEqual([]);
  expect(twin.calls.filter(({ path }) => path.includes('batchAsync'))).toEqual([]);

  await worker.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
  await choose.send(popup, /^Reshoot 1 move/);
  await expect.poll(() => twin.submits.length).toBe(1);
});

test('a job that cannot be marked as being sent is not sent', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(600, 8);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High', 'Low');
  await choose.send(popup, /^Reshoot 2 moves/);
  await expect.poll(() => twin.submits.length).toBe(1);
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(IDBObjectStore.prototype, {
      put(this: IDBObjectStore, value: { state?: string }, ...rest: []) {
        if (value.state === 'submitting')
          throw new DOMException('No room on the disk.', 'QuotaExceededError');
        return put.call(this, value, ...rest);
      },
    });
  });
  await pace(1, 8);
  await expect(popup.getByRole('alert').filter({ hasText: /does not store/ })).toBeVisible();
  await popup.waitForTimeout(2000);
  expect(twin.submits).toHaveLength(1);
});
