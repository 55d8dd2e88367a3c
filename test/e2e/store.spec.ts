import { CLIPS } from '../twin/world';
import { atRest } from './support/at-rest';
import { expect, test } from './support/fixtures';
import { submitCalls } from './support/truth';

test('when the disk is full nothing is sent, the user is told, and it goes on when there is room', async ({
  popup,
  composer,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await composer.clip(CLIPS.witch.title);
  await composer.moves('High');
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
  await composer.button(/^Reshoot 1 move/).click();
  await expect(popup.getByText(/could not be stored on this device/)).toBeVisible();
  await worker.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
  await composer.send(/^Reshoot 1 move/);
  await expect.poll(() => twin.submits.length).toBe(1);
  await atRest(chromium);
  expect(submitCalls(twin)).toHaveLength(1);
});

test('a job that cannot be marked as being sent is not sent', async ({
  popup,
  composer,
  chromium,
  twin,
  pace,
}) => {
  await pace(600, 8);
  await composer.clip(CLIPS.witch.title);
  await composer.moves('High', 'Low');
  await composer.send(/^Reshoot 2 moves/);
  await expect.poll(() => twin.submits.length).toBe(1);
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const tries = { marks: 0 };
    Object.assign(globalThis, { tries });
    Object.assign(IDBObjectStore.prototype, {
      put(this: IDBObjectStore, value: { state?: string }, ...rest: []) {
        if (value.state === 'submitting') {
          tries.marks += 1;
          throw new DOMException('No room on the disk.', 'QuotaExceededError');
        }
        return put.call(this, value, ...rest);
      },
    });
  });
  await pace(1, 8);
  await expect(popup.getByRole('alert').filter({ hasText: /does not store/ })).toBeVisible();
  // It was tried again, and still nothing went out.
  const marks = () =>
    worker.evaluate(() => (globalThis as unknown as { tries: { marks: number } }).tries.marks);
  await expect.poll(marks, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  expect(submitCalls(twin)).toHaveLength(1);
});
