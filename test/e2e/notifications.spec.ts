import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import type { Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { expect, test } from './support/fixtures';
import { setting } from './support/setting';
import { stopWorker } from './support/stop-worker';
import { allLookedAt } from './support/told';
import { expectState, reshoot, statusCalls } from './support/truth';

const { witch } = CLIPS;

/** What was told: notifications by id, with their words, from the start of this on. */
async function listen(chromium: Launched): Promise<() => Promise<[string, string][]>> {
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const told: [string, string][] = [];
    const create = chrome.notifications.create.bind(chrome.notifications);
    Object.assign(globalThis, { told });
    Object.assign(chrome.notifications, {
      create: async (
        id: string,
        { title, message }: { title: string; message: string },
        done?: (id: string) => void,
      ) => {
        told.push([title, message]);
        const made = await create(id, { type: 'basic', iconUrl: '/icon/128.png', title, message });
        done?.(made);
        return made;
      },
    });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { told: [string, string][] }).told);
}

const UNSAFE = {
  refuse: { code: 400, status: 'INVALID_ARGUMENT', reason: 'PUBLIC_ERROR_UNSAFE_GENERATION' },
};

const ids = async (chromium: Launched): Promise<string[]> =>
  Object.keys(await (await chromium.worker()).evaluate(() => chrome.notifications.getAll()));

/** Sends a reshoot whose answer comes only once Flow is in front: what ends in sight is not told. */
async function reshootOutOfSight(twin: Twin, popup: Page, flow: Page, move: string): Promise<void> {
  const release = twin.holdReplies('submit');
  await reshoot(popup, move);
  await flow.bringToFront();
  release();
}

/** Back to the popup, and from its jobs to its form. */
async function goOn(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.keyboard.press('Escape');
}

test.beforeEach(async ({ pace }) => pace(1, 8));

test('what ends out of sight is told once, and what nobody wants to hear is not', async ({
  page,
  popup,
  chromium,
  twin,
}) => {
  const told = await listen(chromium);
  const low = [`Reshoot “${witch.title}”, Low`, '1 done. Charge: 20 credits.'];
  const closer = [`Reshoot “${witch.title}”, Closer`, '1 failed. Charge: none.'];
  const left = [`Reshoot “${witch.title}”, Left`, '1 unknown. Charge: 20 credits not sure yet.'];

  await test.step('what ends in sight is not told, then or later', async () => {
    await reshoot(popup, 'High');
    await expectState(popup, 'High', /^Done/, 30_000);
    await allLookedAt(chromium);
    await popup.keyboard.press('Escape');
    await reshootOutOfSight(twin, popup, page, 'Low');
    // The next thing that ends is told, and nothing else is.
    await expect.poll(told).toHaveLength(1);
    await allLookedAt(chromium);
    expect(await told()).toEqual([low]);
  });

  await test.step('a failure says whether it was charged, and only if that is wanted', async () => {
    await goOn(popup);
    twin.mishap('submit', UNSAFE);
    await reshootOutOfSight(twin, popup, page, 'Closer');
    await expect.poll(told).toEqual([low, closer]);

    const options = await chromium.openOwn('options.html#notify');
    await options.getByRole('switch', { name: 'A job has failed' }).uncheck();
    await setting(options, { tellsFailed: false });
    await goOn(popup);
    twin.mishap('submit', UNSAFE);
    await reshootOutOfSight(twin, popup, page, 'Further');
    await expectState(popup, 'Further', /^Failed/);
    await allLookedAt(chromium);
    expect(await told()).toEqual([low, closer]);
  });

  await test.step('an unknown outcome and a hold need the user, each once', async () => {
    await goOn(popup);
    twin.mishap('submit', { refuse: { code: 500, status: 'INTERNAL' } });
    await reshootOutOfSight(twin, popup, page, 'Left');
    await expect.poll(told).toEqual([low, closer, left]);
    await goOn(popup);
    twin.mishap('submit', {
      refuse: {
        code: 403,
        status: 'PERMISSION_DENIED',
        message: 'reCAPTCHA evaluation failed',
      },
    });
    await reshootOutOfSight(twin, popup, page, 'Right');
    await expect.poll(async () => (await told()).length).toBe(4);
    expect((await told())[3]?.[0]).toBe('Flow asks for its own verification.');
    await allLookedAt(chromium);
    expect(await told()).toHaveLength(4);
  });
});

test('a batch is told with its cost, also by a worker that was stopped meanwhile; a click opens the jobs', async ({
  page,
  popup,
  chromium,
  twin,
}) => {
  const finish = twin.holdWork();
  // The worker that is stopped never hears how it ended.
  const release = twin.holdReplies('status');

  await test.step('a batch that ended while the worker was stopped is told when it wakes', async () => {
    await reshoot(popup, 'High');
    await expect.poll(() => statusCalls(twin).length).toBe(1);
    await page.bringToFront();
    await stopWorker(chromium.context, popup);
    finish();
    release();
    await expect
      .poll(() => ids(chromium), { timeout: 30_000 })
      .toEqual([expect.stringMatching(/^batch:/)]);
  });

  const told = await listen(chromium);
  const worker = await chromium.worker();
  const [before = ''] = await ids(chromium);
  await worker.evaluate((id) => chrome.notifications.clear(id), before);
  await goOn(popup);

  await test.step('a batch that ends out of sight is told once, with its cost; a click opens the jobs', async () => {
    const finishBatch = twin.holdWork();
    await reshoot(popup, 'Low', 'Closer', 'Further');
    await page.bringToFront();
    finishBatch();
    await expect
      .poll(told, { timeout: 30_000 })
      .toEqual([[`Reshoot “${witch.title}”, 3 jobs`, '3 done. Charge: 60 credits.']]);
    await allLookedAt(chromium);
    expect(await told()).toHaveLength(1);
    const [id = ''] = await ids(chromium);
    expect(id).toMatch(/^batch:/);
    expect(id).not.toBe(before);

    await popup.close();
    const options = await chromium.openOwn('options.html');
    await worker.evaluate((clicked) => {
      const { onClicked } = chrome.notifications as unknown as {
        onClicked: { dispatch(id: string): void };
      };
      onClicked.dispatch(clicked);
    }, id);
    const opened = () =>
      options.evaluate(() => {
        const [view] = chrome.extension.getViews({ type: 'popup' }) as unknown as Window[];
        const headings = view?.document.querySelectorAll('h1, h2') ?? [];
        return Array.from(headings, ({ textContent }) => textContent);
      });
    await expect.poll(opened).toContain('Jobs');
    await expect.poll(() => ids(chromium)).toEqual([]);
    await expect
      .poll(() => worker.evaluate(() => chrome.action.getPopup({})))
      .toMatch(/popup\.html$/);
  });
});
