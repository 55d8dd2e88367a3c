import type { Mishap } from '../twin/twin';
import { atRest } from './at-rest';
import { expect, test } from './fixtures';
import {
  expectState,
  expectTruth,
  expectTruthOf,
  reshoot,
  statusCalls,
  submitCalls,
} from './truth';

test.beforeEach(async ({ pace }) => pace(1, 8));

const UNAUTHENTICATED: Mishap = { refuse: { code: 401, status: 'UNAUTHENTICATED' } };

test('401 for ever: the job waits, the popup says that Flow refuses the session, and a new one sends it', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const page = await openFlow();
  const popup = await openPopup();
  twin.mishap('submit', { tokenEnds: true });
  const release = twin.mishap('submit', UNAUTHENTICATED, Number.POSITIVE_INFINITY);
  await reshoot(popup, 'Orbit up', 'Orbit down');
  await expect(popup.getByText('Flow refuses this page’s session', { exact: true })).toBeVisible();
  await expect(popup.getByText(/Nothing was started or charged\. It is asked again/)).toBeVisible();
  await expect.poll(() => submitCalls(twin).length, { timeout: 30_000 }).toBeGreaterThan(2);
  const [, renewed, again] = submitCalls(twin);
  expect((again?.at ?? 0) - (renewed?.at ?? 0)).toBeGreaterThanOrEqual(5000);
  await expectState(popup, 'Orbit up', 'Waiting');
  await expectState(popup, 'Orbit down', 'Waiting');
  await expect(popup.getByText('Signed out', { exact: true })).toBeHidden();
  await expect(popup.getByText('Flow refuses this page’s session', { exact: true })).toBeVisible();
  release();
  const reached = submitCalls(twin).length;
  expectTruth(twin, { reached, accepted: 0, charged: 0 });
  await page.reload();
  await expectState(popup, 'Orbit up', /^Running|^Done/);
  await expectState(popup, 'Orbit down', /^Running|^Done/);
  await expect(popup.getByText('Flow refuses this page’s session', { exact: true })).toBeHidden();
  expectTruth(twin, { reached: reached + 2, accepted: 2, charged: 40 });
});

const VERIFICATIONS: readonly [string, Mishap][] = [
  [
    'unusual activity',
    { refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' } },
  ],
  [
    'a failed reCAPTCHA',
    { refuse: { code: 403, status: 'PERMISSION_DENIED', message: 'reCAPTCHA evaluation failed' } },
  ],
];

for (const [name, mishap] of VERIFICATIONS)
  test(`403 for ${name}: all sending stops for 15 minutes at least, running jobs are followed`, async ({
    openFlow,
    openPopup,
    chromium,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    const finish = twin.holdWork();
    const release = twin.holdReplies('submit');
    await reshoot(popup, 'Orbit up', 'Orbit down', 'Low');
    await expect.poll(() => submitCalls(twin).length).toBe(1);
    twin.mishap('submit', mishap);
    release();
    await expect(popup.getByText(/Flow asks for its own verification/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeDisabled();
    await expectState(popup, 'Orbit down', 'Waiting');
    await expectState(popup, 'Low', 'Waiting');
    await expectState(popup, 'Orbit up', 'Running');
    const asked = statusCalls(twin).length;
    finish();
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    expect(statusCalls(twin).length).toBeGreaterThan(asked);
    await atRest(chromium);
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
    const worker = await chromium.worker();
    const { hold } = await worker.evaluate(() => chrome.storage.local.get('hold'));
    const { since, until } = hold as { since: number; until: number };
    expect(until - since).toBeGreaterThanOrEqual(15 * 60_000);
  });

const throttled = (retryAfter: number): Mishap => ({
  refuse: {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    reason: 'PUBLIC_ERROR_USER_REQUESTS_THROTTLED',
    retryAfter,
  },
});

test('stops that end: each is told, and the queue goes on', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();

  await test.step('401 once: the token is renewed and the job is sent once more', async () => {
    twin.mishap('submit', { tokenEnds: true });
    await reshoot(popup, 'Orbit up');
    await expectState(popup, 'Orbit up', /^Running|^Done/);
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
  });

  await test.step('429 with Retry-After: after as long as Flow asked it goes on by itself', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', throttled(4));
    await reshoot(popup, 'Orbit right', 'Orbit left');
    await expectState(popup, 'Orbit right', /^Running|^Done/);
    await expectState(popup, 'Orbit left', /^Running|^Done/);
    await expect(popup.getByText(/Flow asks to wait/)).toBeHidden();
    expectTruthOf(twin, ['Orbit right', 'Orbit left'], { reached: 3, accepted: 2, charged: 40 });
    expectTruth(twin, { reached: 5, accepted: 3, charged: 60 });
    const [first, second] = submitCalls(twin).slice(2);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4000);
  });

  await test.step('429 for a quota: nothing more is sent until the person resumes', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', {
      refuse: {
        code: 429,
        status: 'RESOURCE_EXHAUSTED',
        reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED',
      },
    });
    await reshoot(popup, 'Dolly in', 'Dolly out');
    await expect(popup.getByText(/a quota is used up/)).toBeVisible();
    await atRest(chromium);
    await expectState(popup, 'Dolly in', 'Waiting');
    await expectState(popup, 'Dolly out', 'Waiting');
    expectTruthOf(twin, ['Dolly in', 'Dolly out'], { reached: 1, accepted: 0, charged: 0 });
    expectTruth(twin, { reached: 6, accepted: 3, charged: 60 });
    await popup.getByRole('button', { name: 'Resume' }).click();
    await expectState(popup, 'Dolly in', /^Running|^Done/);
    await expectState(popup, 'Dolly out', /^Running|^Done/);
    expectTruthOf(twin, ['Dolly in', 'Dolly out'], { reached: 3, accepted: 2, charged: 40 });
    expectTruth(twin, { reached: 8, accepted: 5, charged: 100 });
  });

  await test.step('429 with Retry-After: the popup says that Flow asks to wait, and the jobs wait', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', throttled(600));
    await reshoot(popup, 'High', 'Low');
    await expect(popup.getByText(/Flow asks to wait/)).toBeVisible();
    await expectState(popup, 'High', 'Waiting');
    await expectState(popup, 'Low', 'Waiting');
    expectTruthOf(twin, ['High', 'Low'], { reached: 1, accepted: 0, charged: 0 });
    expectTruth(twin, { reached: 9, accepted: 5, charged: 100 });
  });
});
