import type { Mishap, Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import {
  balanceOf,
  expectActions,
  expectState,
  expectTruth,
  expectTruthOf,
  inBody,
  reshoot,
  statusCalls,
  submitCalls,
} from './support/truth';

test.beforeEach(async ({ pace }) => pace(1, 8));

const refuse = (code: number, status: string, reason?: string, message?: string): Mishap => ({
  refuse: { code, status, ...(reason && { reason }), ...(message && { message }) },
});

// The rows of a table are one batch on one page. The first job of a row meets the mishap; the second
// is taken, so that no two mishaps follow each other: that would hold the queue.
interface Row {
  readonly name: string;
  readonly mishap: Mishap;
  readonly struck: string;
  readonly next: string;
}

/** Orders the mishaps of the rows; the moves to ask for. */
function befall(twin: Twin, rows: readonly Row[]): string[] {
  for (const { mishap, struck } of rows) twin.mishap('submit', mishap, 1, inBody(struck));
  return rows.flatMap(({ struck, next }) => [struck, next]);
}

const REFUSED: readonly (Row & { readonly why: RegExp })[] = [
  {
    name: '400',
    mishap: refuse(400, 'INVALID_ARGUMENT'),
    ...{ struck: 'Orbit up', next: 'Orbit down' },
    why: /did not accept this request/,
  },
  {
    name: '404',
    mishap: refuse(404, 'NOT_FOUND'),
    ...{ struck: 'Orbit right', next: 'Orbit left' },
    why: /does not know this clip/,
  },
  {
    name: '403 without access to the model',
    mishap: refuse(403, 'PERMISSION_DENIED', 'PUBLIC_ERROR_MODEL_ACCESS_DENIED'),
    ...{ struck: 'Dolly in', next: 'Dolly out' },
    why: /does not include this model/,
  },
];

// Nothing was started and nothing says so: only the user can decide.
const LOST: readonly Row[] = [
  { name: '500', mishap: refuse(500, 'INTERNAL'), struck: 'High', next: 'Low' },
  { name: '503', mishap: refuse(503, 'UNAVAILABLE'), struck: 'Left', next: 'Right' },
  {
    name: 'a connection that breaks',
    mishap: { cut: 'before' },
    struck: 'Closer',
    next: 'Further',
  },
];

test('a submit that is refused or lost ends in a true sentence, one batch after the other', async ({
  popup,
  composer,
  twin,
}) => {
  await reshoot(popup, ...befall(twin, REFUSED));
  for (const { name, struck, next, why } of REFUSED)
    await test.step(`${name} on a submit: failed, not charged, and the queue goes on`, async () => {
      await expectState(popup, struck, 'Failed · not charged');
      await expect(popup.getByText(why)).toBeVisible();
      await expectState(popup, next, /^Running|^Done/);
      expectTruthOf(twin, [struck, next], { reached: 2, accepted: 1, charged: 20 });
    });
  expectTruth(twin, { reached: 6, accepted: 3, charged: 60 });

  await popup.keyboard.press('Escape');
  await reshoot(popup, ...befall(twin, LOST));
  for (const { name, struck, next } of LOST)
    await test.step(`${name} on a submit that was not taken: unknown`, async () => {
      await expectState(popup, struck, 'Unknown: may have been charged');
      await expectActions(popup, struck, 'Check again', 'Send again', 'Forget');
      await expectState(popup, next, 'Done');
    });
  // Whatever would be sent again has its turn before a batch that comes later.
  await test.step('an answer that carries the file itself is done at once, and free', async () => {
    const asked = statusCalls(twin).length;
    await popup.keyboard.press('Escape');
    await composer.clip(CLIPS.street.title);
    await composer.action('Upscale');
    await composer.send('Upscale to 1080p · free');
    await openJobs(popup);
    const row = popup.getByRole('listitem').filter({ hasText: 'Upscale' });
    await expect(row.getByText(/^Done in/)).toBeVisible();
    expect(submitCalls(twin)).toHaveLength(13);
    expect(twin.submits.slice(6).map(({ action, price }) => [action, price])).toEqual([
      ['upscale', 0],
    ]);
    expect(statusCalls(twin)).toHaveLength(asked);
  });
  for (const { name, struck, next } of LOST)
    await test.step(`${name} on a submit that was not taken: never sent again by itself`, async () => {
      await expectState(popup, struck, 'Unknown: may have been charged');
      expectTruthOf(twin, [struck], { reached: 1, accepted: 0, charged: 0 });
      expectTruthOf(twin, [next], { reached: 1, accepted: 1, charged: 20 });
    });
  expectTruth(twin, { reached: 13, accepted: 7, charged: 120 });
});

// Flow took it and charged for it; what it said is lost, and the clip appears in the project.
const TAKEN: readonly Row[] = [
  { name: '500', mishap: { body: 'error' }, struck: 'Orbit up', next: 'Orbit down' },
  {
    name: 'a connection that breaks',
    mishap: { cut: 'after' },
    struck: 'Orbit right',
    next: 'Orbit left',
  },
  { name: 'half a JSON', mishap: { body: 'half' }, struck: 'Dolly in', next: 'Dolly out' },
  { name: 'HTML', mishap: { body: 'html' }, struck: 'High', next: 'Low' },
  { name: 'an empty body', mishap: { body: 'empty' }, struck: 'Left', next: 'Right' },
];

test('a submit that was taken and charged but lost its answer is never sent twice', async ({
  popup,
  twin,
}) => {
  const finish = twin.holdWork();
  await reshoot(popup, ...befall(twin, TAKEN));
  for (const { name, struck, next } of TAKEN)
    await test.step(`${name} on a submit that was taken: unknown, and the queue goes on`, async () => {
      await expectState(popup, struck, 'Unknown: may have been charged');
      await expectState(popup, next, 'Running');
    });
  finish();
  for (const { name, struck, next } of TAKEN)
    await test.step(`${name} on a submit that was taken: settled by itself, and paid once`, async () => {
      await expectState(popup, struck, 'Done', 40_000);
      await expectState(popup, next, 'Done');
      expectTruthOf(twin, [struck], { reached: 1, accepted: 1, charged: 20 });
      expectTruthOf(twin, [next], { reached: 1, accepted: 1, charged: 20 });
    });
  expectTruth(twin, { reached: 10, accepted: 10, charged: 200 });

  // Chromium itself sends a request again when a connection that was used before breaks without a
  // byte of an answer. Flow then answers the second one, whose sceneId it has had already.
  await test.step('a connection that breaks before any answer: what was charged is not called free', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', { reset: 'after' });
    await reshoot(popup, 'Closer');
    await expectState(popup, 'Closer', 'Done', 20_000);
    expect(twin.submits).toHaveLength(11);
    expect(1540 - balanceOf(twin)).toBe(220);
  });
});
