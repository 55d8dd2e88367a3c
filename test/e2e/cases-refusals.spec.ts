import type { Page } from '@playwright/test';
import { RETIRED } from '../twin/retired';
import type { Given } from '../twin/twin';
import { expect, test } from './support/fixtures';
import { expectState, expectTruth, reshoot, submitCalls } from './support/truth';

const error = (code: number, status: string, reason?: string): Given => ({
  status: code,
  body: {
    error: {
      code,
      message: 'Refused.',
      status,
      ...(reason && { details: [{ reason: 7 }, { reason: `PUBLIC_ERROR_${reason}` }] }),
    },
  },
});

const held = (popup: Page) => popup.getByRole('region', { name: 'Sending is paused' });
const resume = (popup: Page) => held(popup).getByRole('button', { name: 'Resume' });

/** The next batch, from the list of jobs. */
async function batch(popup: Page, ...moves: string[]): Promise<void> {
  await popup.keyboard.press('Escape');
  await reshoot(popup, ...moves);
}

test('each refusal of Flow is said in the popup, and the queue goes on as it says', async ({
  page,
  popup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const worker = await chromium.worker();

  await test.step('unsafe content at 429: failed, not charged, and the next goes out', async () => {
    twin.answerWith('submit', error(429, 'RESOURCE_EXHAUSTED', 'UNSAFE_GENERATION'));
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Failed · not charged');
    await expect(popup.getByText(/against its rules for safe content/)).toBeVisible();
    await expectState(popup, 'Orbit down', 'Done');
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
  });

  await test.step('a quota at 400: held, and nothing goes out until the user resumes', async () => {
    twin.answerWith('submit', error(400, 'INVALID_ARGUMENT', 'USER_QUOTA_REACHED'));
    await batch(popup, 'Low', 'High');
    await expect(held(popup)).toContainText('Flow says that a quota is used up.');
    await expectState(popup, 'Low', 'Waiting');
    await expectState(popup, 'High', 'Waiting');
    expect(submitCalls(twin)).toHaveLength(3);
    await resume(popup).click();
    await expectState(popup, 'High', 'Done');
    await expectState(popup, 'Low', 'Done');
    expectTruth(twin, { reached: 5, accepted: 3, charged: 60 });
  });

  await test.step('no operation, and the balance as before: failed, not charged', async () => {
    const credits = twin.accounts[0]?.balance;
    const body = { operations: [], remainingCredits: credits };
    twin.answerWith('submit', { status: 200, body });
    await batch(popup, 'Dolly in');
    await expectState(popup, 'Dolly in', 'Failed · not charged');
    await expect(popup.getByText(/without starting anything/)).toBeVisible();
    expectTruth(twin, { reached: 6, accepted: 3, charged: 60 });
  });

  await test.step('two faults in a row: held and said; when the time is over, a trial goes out', async () => {
    twin.answerWith('submit', error(500, 'INTERNAL'), 2);
    await batch(popup, 'Dolly out', 'Left', 'Right');
    await expect(held(popup)).toContainText('Flow has trouble.');
    await expect(held(popup).getByRole('timer')).toBeVisible();
    await expectState(popup, 'Dolly out', 'Unknown: may have been charged');
    await expectState(popup, 'Left', 'Unknown: may have been charged');
    await expectState(popup, 'Right', 'Waiting');
    expectTruth(twin, { reached: 8, accepted: 3, charged: 60 });
    await worker.evaluate(async () => {
      const { hold } = await chrome.storage.local.get<{ hold: object }>('hold');
      await chrome.storage.local.set({ hold: { ...hold, until: Date.now() } });
    });
    await popup.reload();
    await popup.getByRole('button', { name: /^Jobs:/ }).click();
    await expectState(popup, 'Right', 'Done');
    await expect(held(popup)).toBeHidden();
    expectTruth(twin, { reached: 9, accepted: 4, charged: 80 });
  });

  await test.step('two refusals without a reason: held, not charged, the user lifts it', async () => {
    twin.answerWith('submit', error(403, 'PERMISSION_DENIED'), 2);
    await batch(popup, 'Orbit left', 'Orbit right', 'Closer');
    await expect(held(popup)).toContainText('Flow refuses everything.');
    await expectState(popup, 'Orbit left', 'Failed · not charged');
    await expectState(popup, 'Orbit right', 'Failed · not charged');
    await expectState(popup, 'Closer', 'Waiting');
    await resume(popup).click();
    await expectState(popup, 'Closer', 'Done');
    expectTruth(twin, { reached: 12, accepted: 5, charged: 100 });
  });

  await test.step('too much traffic at 429 is a verification: it cannot be lifted for a while', async () => {
    twin.answerWith(
      'submit',
      error(429, 'RESOURCE_EXHAUSTED', 'UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC'),
    );
    await batch(popup, 'Further');
    await expect(held(popup)).toContainText('Flow asks for its own verification.');
    await expect(resume(popup)).toBeDisabled();
    await expectState(popup, 'Further', 'Waiting');
    expectTruth(twin, { reached: 13, accepted: 5, charged: 100 });
  });

  await test.step('a list of clips that was retired is said as moved', async () => {
    const release = twin.answerWith('trpc', RETIRED, Number.POSITIVE_INFINITY);
    await page.reload();
    await popup.reload();
    await expect(popup.getByRole('heading', { name: /account has moved/ })).toBeVisible();
    release();
    await page.reload();
    await expect(popup.getByRole('heading', { name: /account has moved/ })).toBeHidden();
  });
});
