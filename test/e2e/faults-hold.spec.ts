import type { Mishap } from '../twin/twin';
import { expect, test } from './fixtures';
import { expectState, expectTruth, reshoot, statusCalls, submitCalls } from './truth';

test.use({ twinOptions: { durationsMs: { reshoot: 2000 } } });
test.beforeEach(async ({ pace }) => pace(1, 8));

const UNAUTHENTICATED: Mishap = { refuse: { code: 401, status: 'UNAUTHENTICATED' } };

test('401 once: the token is renewed and the job is sent once more', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  twin.revokeTokens();
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', /^Running|^Done/);
  expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
});

test('401 for ever: the job waits, the popup says signed out, and a new session sends it', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const page = await openFlow();
  const popup = await openPopup();
  twin.revokeTokens();
  const release = twin.mishap('submit', UNAUTHENTICATED, Number.POSITIVE_INFINITY);
  await reshoot(popup, 'Orbit up', 'Orbit down');
  await expect(popup.getByText('Signed out', { exact: true })).toBeVisible();
  await expect(popup.getByText(/Sign in on the Flow page; 2 jobs wait/)).toBeVisible();
  await expectState(popup, 'Orbit up', 'Waiting');
  await popup.waitForTimeout(3000);
  await expectState(popup, 'Orbit down', 'Waiting');
  expectTruth(twin, { reached: 2, accepted: 0, charged: 0 });
  release();
  await page.reload();
  await expectState(popup, 'Orbit up', /^Running|^Done/);
  await expectState(popup, 'Orbit down', /^Running|^Done/);
  expectTruth(twin, { reached: 4, accepted: 2, charged: 40 });
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
    const release = twin.holdReplies('submit');
    await reshoot(popup, 'Orbit up', 'Orbit down', 'Low');
    await expect.poll(() => submitCalls(twin).length).toBe(1);
    twin.mishap('submit', mishap);
    release();
    await expect(popup.getByText(/Flow asks for its own verification/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeDisabled();
    await expectState(popup, 'Orbit down', 'Waiting');
    await expectState(popup, 'Low', 'Waiting');
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    expect(statusCalls(twin).length).toBeGreaterThanOrEqual(2);
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
    const worker = await chromium.worker();
    const { hold } = await worker.evaluate(() => chrome.storage.local.get('hold'));
    const { since, until } = hold as { since: number; until: number };
    expect(until - since).toBeGreaterThanOrEqual(15 * 60_000);
  });

test('429 with Retry-After: waits as long as Flow asks, then goes on by itself', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  twin.mishap('submit', {
    refuse: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      reason: 'PUBLIC_ERROR_USER_REQUESTS_THROTTLED',
      retryAfter: 4,
    },
  });
  await reshoot(popup, 'Orbit up', 'Orbit down');
  await expect(popup.getByText(/Flow asks to wait/)).toBeVisible();
  await expectState(popup, 'Orbit up', 'Waiting');
  await expectState(popup, 'Orbit up', /^Running|^Done/);
  await expectState(popup, 'Orbit down', /^Running|^Done/);
  await expect(popup.getByText(/Flow asks to wait/)).toBeHidden();
  expectTruth(twin, { reached: 3, accepted: 2, charged: 40 });
  const [first, second] = submitCalls(twin);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4000);
});

test('429 for a quota: nothing more is sent until the person resumes', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  twin.mishap('submit', {
    refuse: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED',
    },
  });
  await reshoot(popup, 'Orbit up', 'Orbit down');
  await expect(popup.getByText(/a quota is used up/)).toBeVisible();
  await popup.waitForTimeout(3000);
  await expectState(popup, 'Orbit up', 'Waiting');
  await expectState(popup, 'Orbit down', 'Waiting');
  expectTruth(twin, { reached: 1, accepted: 0, charged: 0 });
  await popup.getByRole('button', { name: 'Resume' }).click();
  await expectState(popup, 'Orbit up', /^Running|^Done/);
  await expectState(popup, 'Orbit down', /^Running|^Done/);
  expectTruth(twin, { reached: 3, accepted: 2, charged: 40 });
});
