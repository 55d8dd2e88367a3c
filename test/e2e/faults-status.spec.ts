import type { Mishap } from '../twin/twin';
import { choose } from './choose';
import { expect, test } from './fixtures';
import { expectState, expectTruth, expectTruthOf, reshoot, statusCalls } from './truth';

test.beforeEach(async ({ pace }) => pace(1, 8));

const FAULTS: readonly [string, Mishap][] = [
  ['500', { refuse: { code: 500, status: 'INTERNAL' } }],
  ['503', { refuse: { code: 503, status: 'UNAVAILABLE' } }],
  ['a connection that breaks', { cut: 'after' }],
  ['half a JSON', { body: 'half' }],
  ['HTML', { body: 'html' }],
  ['an empty body', { body: 'empty' }],
  ['a word that nobody knows', { word: 'MEDIA_GENERATION_STATUS_DREAMING' }],
  ['a reply without the operation', { operations: 'missing' }],
];

for (const [name, mishap] of FAULTS)
  test(`${name} on a status call: asked again, and the job ends done`, async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    const finish = twin.holdWork();
    twin.mishap('status', mishap);
    await reshoot(popup, 'Orbit up');
    await expect.poll(() => statusCalls(twin).length).toBeGreaterThanOrEqual(1);
    await expectState(popup, 'Orbit up', 'Running');
    finish();
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
    const [first, second] = statusCalls(twin);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4900);
  });

for (const operations of ['extra', 'doubled'] as const)
  test(`a status reply with ${operations} operations changes nothing but the job's own state`, async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    twin.mishap('status', { operations }, 2);
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    await expectState(popup, 'Orbit down', 'Done', 20_000);
    await expect(popup.getByRole('button', { name: /^Save Reshoot/ })).toHaveCount(2);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  });

test('401 once on a status call: the token is renewed and the job ends done', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  twin.mishap('status', { tokenEnds: true });
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Done', 20_000);
  expect(statusCalls(twin).map(({ status }) => status)).toEqual([401, 200]);
  expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
});

test('429 with Retry-After on a status call: waits as long as Flow asks', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  twin.mishap('status', {
    refuse: { code: 429, status: 'RESOURCE_EXHAUSTED', retryAfter: 11 },
  });
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Done', 20_000);
  expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  const [first, second] = statusCalls(twin);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(11_000);
});

test('failures in a row are asked again at growing distances', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  twin.mishap('status', { refuse: { code: 503, status: 'UNAVAILABLE' } }, 2);
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Done', 40_000);
  const [first = 0, second = 0, third = 0] = statusCalls(twin).map(({ at }) => at);
  expect(second - first).toBeGreaterThanOrEqual(4900);
  expect(third - second).toBeGreaterThanOrEqual(9900);
  expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
});

test("an operation that ends FAILED or CANCELED is a failed job with Flow's reason, and the queue goes on", async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  const rows = [
    { word: 'FAILED', struck: 'Orbit up', next: 'Orbit down' },
    { word: 'CANCELED', struck: 'High', next: 'Low' },
  ] as const;
  // One after the other: beside jobs that may give their price back, a balance that stays proves nothing.
  for (const { word, struck, next } of rows)
    await test.step(word, async () => {
      const fail = { code: 3, message: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED', word };
      twin.mishap('submit', { fail });
      await reshoot(popup, struck, next);
      await expectState(popup, struck, 'Failed · not charged', 20_000);
      await expectState(popup, next, 'Done', 20_000);
      expectTruthOf(twin, [struck], { reached: 1, accepted: 1, charged: 0 });
      expectTruthOf(twin, [next], { reached: 1, accepted: 1, charged: 20 });
      await popup.keyboard.press('Escape');
    });
  await choose.jobs(popup);
  await expect(popup.getByText(/Flow sees a prominent person/)).toHaveCount(2);
  for (const why of await popup.getByText(/Flow sees a prominent person/).all())
    await expect(why).toBeVisible();
  expectTruth(twin, { reached: 4, accepted: 4, charged: 40 });
});
