import type { Page } from '@playwright/test';
import type { Launched } from '../browser/launch';
import type { Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { connected, expect, test } from './fixtures';
import { setting } from './setting';
import { stopWorker } from './stop-worker';
import { allLookedAt } from './told';
import { expectState, reshoot, statusCalls } from './truth';

const { witch } = CLIPS;

/** What was told: notifications by id, with their words, from the start of this on. */
async function listen(chromium: Launched): Promise<() => Promise<[string, string][]>> {
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const told: [string, string][] = [];
    const create = chrome.notifications.create.bind(chrome.notifications);
    Object.assign(globalThis, { told });
    Object.assign(chrome.notifications, {
      create: (id: string, { title, message }: { title: string; message: string }) => {
        told.push([title, message]);
        return create(id, { type: 'basic', iconUrl: '/icon/128.png', title, message });
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

test.beforeEach(async ({ pace }) => pace(1, 8));

test('a batch that ends out of sight is told once, with its cost; a click opens the jobs', async ({
  chromium,
  openFlow,
  openPopup,
  twin,
}) => {
  const finish = twin.holdWork();
  const flow = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const told = await listen(chromium);
  await reshoot(popup, 'High', 'Low', 'Closer');
  await flow.bringToFront();
  finish();
  await expect
    .poll(told, { timeout: 30_000 })
    .toEqual([[`Reshoot “${witch.title}”, 3 jobs`, '3 done. Charge: 60 credits.']]);
  await allLookedAt(chromium);
  expect(await told()).toHaveLength(1);
  const [id = ''] = await ids(chromium);
  expect(id).toMatch(/^batch:/);

  await popup.close();
  const options = await chromium.openOwn('options.html');
  const worker = await chromium.worker();
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

test('what ends in sight is not told, then or later', async ({
  chromium,
  openFlow,
  openPopup,
  twin,
}) => {
  const flow = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const told = await listen(chromium);
  await reshoot(popup, 'High');
  await expectState(popup, 'High', /^Done/, 30_000);
  await allLookedAt(chromium);
  await popup.keyboard.press('Escape');
  await reshootOutOfSight(twin, popup, flow, 'Low');
  // The next thing that ends is told, and nothing else is.
  await expect.poll(told).toHaveLength(1);
  await allLookedAt(chromium);
  expect(await told()).toEqual([[`Reshoot “${witch.title}”, Low`, '1 done. Charge: 20 credits.']]);
});

test('a failure says whether it was charged, and only if that is wanted', async ({
  chromium,
  openFlow,
  openPopup,
  twin,
}) => {
  const flow = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const told = await listen(chromium);
  twin.mishap('submit', UNSAFE);
  await reshootOutOfSight(twin, popup, flow, 'High');
  await expect.poll(told).toEqual([[`Reshoot “${witch.title}”, High`, '1 failed. Charge: none.']]);

  const options = await chromium.openOwn('options.html#notify');
  await options.getByRole('switch', { name: 'A job has failed' }).uncheck();
  await setting(options, { tellsFailed: false });
  await popup.bringToFront();
  await popup.keyboard.press('Escape');
  twin.mishap('submit', UNSAFE);
  await reshootOutOfSight(twin, popup, flow, 'Low');
  await expectState(popup, 'Low', /^Failed/);
  await allLookedAt(chromium);
  expect(await told()).toHaveLength(1);
});

test('an unknown outcome and a hold need the person, each once', async ({
  chromium,
  openFlow,
  openPopup,
  twin,
}) => {
  const flow = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const told = await listen(chromium);
  twin.mishap('submit', { refuse: { code: 500, status: 'INTERNAL' } });
  await reshootOutOfSight(twin, popup, flow, 'High');
  await expect
    .poll(told)
    .toEqual([[`Reshoot “${witch.title}”, High`, '1 unknown. Charge: 20 credits not sure yet.']]);
  await popup.bringToFront();
  await popup.keyboard.press('Escape');
  twin.mishap('submit', {
    refuse: {
      code: 403,
      status: 'PERMISSION_DENIED',
      message: 'reCAPTCHA evaluation failed',
    },
  });
  await reshootOutOfSight(twin, popup, flow, 'Low');
  await expect.poll(async () => (await told()).length).toBe(2);
  expect((await told())[1]?.[0]).toBe('Flow asks for its own verification.');
  await allLookedAt(chromium);
  expect(await told()).toHaveLength(2);
});

test('a batch that ended while the worker was stopped is told when it wakes', async ({
  chromium,
  openFlow,
  openPopup,
  twin,
}) => {
  const finish = twin.holdWork();
  // The worker that is stopped never hears how it ended.
  const release = twin.holdReplies('status');
  const flow = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await reshoot(popup, 'High');
  await expect.poll(() => statusCalls(twin).length).toBe(1);
  await flow.bringToFront();
  await stopWorker(chromium.context, popup);
  finish();
  release();
  await expect
    .poll(() => ids(chromium), { timeout: 30_000 })
    .toEqual([expect.stringMatching(/^batch:/)]);
});
