import type { Mishap } from '../twin/twin';
import { atRest } from './support/at-rest';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import {
  expectState,
  expectTruth,
  expectTruthOf,
  inBody,
  reshoot,
  statusCalls,
  submitCalls,
  type Truth,
} from './support/truth';

test.beforeEach(async ({ pace }) => pace(1, 8));

const UNAUTHENTICATED: Mishap = { refuse: { code: 401, status: 'UNAUTHENTICATED' } };

const throttled = (retryAfter: number): Mishap => ({
  refuse: {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    reason: 'PUBLIC_ERROR_USER_REQUESTS_THROTTLED',
    retryAfter,
  },
});

test('the queue goes on by itself after a session that Flow refuses, and after a time to wait', async ({
  page,
  popup,
  twin,
}) => {
  const refused = popup.getByText('Flow refuses this page’s session', { exact: true });

  await test.step('401 for ever: the job waits, the popup says that Flow refuses the session, and a new one sends it', async () => {
    twin.mishap('submit', { tokenEnds: true });
    const release = twin.mishap('submit', UNAUTHENTICATED, Number.POSITIVE_INFINITY);
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expect(refused).toBeVisible();
    await expect(
      popup.getByText(/Nothing was started or charged\. It is asked again/),
    ).toBeVisible();
    await expect.poll(() => submitCalls(twin).length, { timeout: 30_000 }).toBeGreaterThan(2);
    const [, renewed, again] = submitCalls(twin);
    expect((again?.at ?? 0) - (renewed?.at ?? 0)).toBeGreaterThanOrEqual(5000);
    await expectState(popup, 'Orbit up', 'Waiting');
    await expectState(popup, 'Orbit down', 'Waiting');
    await expect(popup.getByText('Signed out', { exact: true })).toBeHidden();
    await expect(refused).toBeVisible();
    release();
    const reached = submitCalls(twin).length;
    expectTruth(twin, { reached, accepted: 0, charged: 0 });
    await page.reload();
    await expectState(popup, 'Orbit up', /^Running|^Done/);
    await expectState(popup, 'Orbit down', /^Running|^Done/);
    await expect(refused).toBeHidden();
    expectTruth(twin, { reached: reached + 2, accepted: 2, charged: 40 });
  });
  const before = submitCalls(twin).length;

  await test.step('401 once: the token is renewed and the job is sent once more', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', { tokenEnds: true });
    await reshoot(popup, 'Closer');
    await expectState(popup, 'Closer', /^Running|^Done/);
    expectTruthOf(twin, ['Closer'], { reached: 2, accepted: 1, charged: 20 });
    expectTruth(twin, { reached: before + 2, accepted: 3, charged: 60 });
  });

  await test.step('429 with Retry-After: after as long as Flow asked it goes on by itself', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', throttled(4));
    await reshoot(popup, 'Orbit right', 'Orbit left');
    await expectState(popup, 'Orbit right', /^Running|^Done/);
    await expectState(popup, 'Orbit left', /^Running|^Done/);
    await expect(popup.getByText(/Flow asks to wait/)).toBeHidden();
    expectTruthOf(twin, ['Orbit right', 'Orbit left'], { reached: 3, accepted: 2, charged: 40 });
    expectTruth(twin, { reached: before + 5, accepted: 5, charged: 100 });
    const [first, second] = submitCalls(twin).slice(before + 2);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4000);
  });
});

// The four jobs of one batch: each stop meets the next of them, and those behind it wait.
interface Verification {
  readonly name: string;
  readonly mishap: Mishap;
  readonly runs: string;
  readonly struck: string;
  readonly behind: readonly string[];
  readonly truth: Truth;
}

const VERIFICATIONS: readonly Verification[] = [
  {
    name: 'unusual activity',
    mishap: {
      refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
    },
    ...{ runs: 'Orbit up', struck: 'Orbit down', behind: ['Dolly in', 'Dolly out'] },
    truth: { reached: 2, accepted: 1, charged: 20 },
  },
  {
    name: 'a failed reCAPTCHA',
    mishap: {
      refuse: { code: 403, status: 'PERMISSION_DENIED', message: 'reCAPTCHA evaluation failed' },
    },
    ...{ runs: 'Orbit down', struck: 'Dolly in', behind: ['Dolly out'] },
    truth: { reached: 4, accepted: 2, charged: 40 },
  },
];

test('while the queue is held, for long or until the user resumes, running jobs are followed and the others wait', async ({
  popup,
  chromium,
  twin,
}) => {
  const worker = await chromium.worker();
  const resume = popup.getByRole('button', { name: 'Resume' });

  for (const [at, { name, mishap, runs, struck, behind, truth }] of VERIFICATIONS.entries())
    await test.step(`403 for ${name}: all sending stops for 15 minutes at least, running jobs are followed`, async () => {
      const finish = twin.holdWork();
      twin.mishap('submit', mishap, 1, inBody(struck));
      if (at === 0) await reshoot(popup, 'Orbit up', 'Orbit down', 'Dolly in', 'Dolly out');
      else await resume.click();
      await expectState(popup, runs, 'Running');
      await expect(popup.getByText(/Flow asks for its own verification/)).toBeVisible();
      await expect(resume).toBeDisabled();
      for (const move of [struck, ...behind]) await expectState(popup, move, 'Waiting');
      await expectState(popup, runs, 'Running');
      const asked = statusCalls(twin).length;
      finish();
      await expectState(popup, runs, 'Done', 20_000);
      expect(statusCalls(twin).length).toBeGreaterThan(asked);
      await atRest(chromium);
      expectTruth(twin, truth);
      const { hold } = await worker.evaluate(() => chrome.storage.local.get('hold'));
      const { since, until } = hold as { since: number; until: number };
      expect(until - since).toBeGreaterThanOrEqual(15 * 60_000);
      // The time is over: the user may go on.
      await worker.evaluate(async () => {
        const { hold } = await chrome.storage.local.get<{ hold: object }>('hold');
        await chrome.storage.local.set({ hold: { ...hold, until: Date.now() } });
      });
      await popup.reload();
      await openJobs(popup);
    });

  await test.step('429 for a quota: nothing more is sent until the user resumes', async () => {
    twin.mishap('submit', {
      refuse: {
        code: 429,
        status: 'RESOURCE_EXHAUSTED',
        reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED',
      },
    });
    await resume.click();
    await expect(popup.getByText(/a quota is used up/)).toBeVisible();
    await atRest(chromium);
    await expectState(popup, 'Dolly in', 'Waiting');
    await expectState(popup, 'Dolly out', 'Waiting');
    // One that the verification struck, and one now.
    expectTruthOf(twin, ['Dolly in', 'Dolly out'], { reached: 2, accepted: 0, charged: 0 });
    expectTruth(twin, { reached: 5, accepted: 2, charged: 40 });
    await resume.click();
    await expectState(popup, 'Dolly in', /^Running|^Done/);
    await expectState(popup, 'Dolly out', /^Running|^Done/);
    expectTruthOf(twin, ['Dolly in', 'Dolly out'], { reached: 4, accepted: 2, charged: 40 });
    expectTruth(twin, { reached: 7, accepted: 4, charged: 80 });
  });

  await test.step('429 with Retry-After: the popup says that Flow asks to wait, and the jobs wait', async () => {
    await popup.keyboard.press('Escape');
    twin.mishap('submit', throttled(600));
    await reshoot(popup, 'High', 'Low');
    await expect(popup.getByText(/Flow asks to wait/)).toBeVisible();
    await expectState(popup, 'High', 'Waiting');
    await expectState(popup, 'Low', 'Waiting');
    expectTruthOf(twin, ['High', 'Low'], { reached: 1, accepted: 0, charged: 0 });
    expectTruth(twin, { reached: 8, accepted: 4, charged: 80 });
  });
});
