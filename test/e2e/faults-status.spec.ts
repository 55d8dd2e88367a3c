import type { Mishap, Twin } from '../twin/twin';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import {
  expectState,
  expectTruth,
  expectTruthOf,
  inBody,
  reshoot,
  sceneOf,
  statusCalls,
  submitCalls,
} from './support/truth';

test.beforeEach(async ({ pace }) => pace(1, 8));

const UNAVAILABLE: Mishap = { refuse: { code: 503, status: 'UNAVAILABLE' } };
const NOT_FOUND: Mishap = { refuse: { code: 404, status: 'NOT_FOUND' } };

const FAULTS = [
  { name: '500', mishap: { refuse: { code: 500, status: 'INTERNAL' } }, move: 'Orbit up' },
  { name: 'a connection that breaks', mishap: { cut: 'after' }, move: 'Orbit down' },
  { name: 'half a JSON', mishap: { body: 'half' }, move: 'Orbit right' },
  { name: 'HTML', mishap: { body: 'html' }, move: 'Orbit left' },
  { name: 'an empty body', mishap: { body: 'empty' }, move: 'Dolly in' },
  {
    name: 'a word that nobody knows',
    mishap: { word: 'MEDIA_GENERATION_STATUS_DREAMING' },
    move: 'Dolly out',
  },
  { name: 'a reply without the operation', mishap: { operations: 'missing' }, move: 'High' },
  // Last: it comes twice, and what follows comes later.
  { name: '503', mishap: UNAVAILABLE, move: 'Low', times: 2 },
] as const satisfies readonly { name: string; mishap: Mishap; move: string; times?: number }[];

const MOVES = FAULTS.map(({ move }) => move);

const sceneOfMove = (twin: Twin, move: string): string => {
  const call = submitCalls(twin).find(({ body = '' }) => body.includes(inBody(move)));
  return call ? sceneOf(call) : '';
};

/** The jobs that each status call asks about, from that call on. */
const questions = (twin: Twin, from: number) =>
  statusCalls(twin)
    .slice(from)
    .map(({ body = '', at }) => ({
      scenes: [...body.matchAll(/"sceneId":"([^"]+)"/g)].map(([, scene]) => scene),
      at,
    }));

/** Whether each job was asked about alone. */
const eachAlone = (twin: Twin, from: number): boolean => {
  const alone = questions(twin, from).flatMap(({ scenes }) => (scenes.length === 1 ? scenes : []));
  return MOVES.every((move) => alone.includes(sceneOfMove(twin, move)));
};

test('each fault of a status call leaves its job followed to its true end', async ({
  popup,
  twin,
}) => {
  const finish = twin.holdWork();
  await reshoot(popup, ...MOVES);
  await expect.poll(() => twin.submits.length, { timeout: 30_000 }).toBe(MOVES.length);
  for (const move of MOVES) await expectState(popup, move, 'Running');

  // A job that Flow does not know for a moment is asked for in a call of its own, until Flow answers:
  // so each can meet a fault of its own, and no wait is for one of them only.
  const before = statusCalls(twin).length;
  const know = twin.mishap('status', NOT_FOUND, Number.POSITIVE_INFINITY);
  await expect.poll(() => eachAlone(twin, before), { timeout: 20_000 }).toBe(true);
  const from = statusCalls(twin).length;
  for (const { move, mishap, ...about } of FAULTS) {
    const times = 'times' in about ? about.times : 1;
    twin.mishap('status', mishap, times, sceneOfMove(twin, move));
  }
  know();
  await expect.poll(() => eachAlone(twin, from), { timeout: 30_000 }).toBe(true);
  for (const move of MOVES) await expectState(popup, move, 'Running');
  finish();

  const about = (move: string) => {
    const scene = sceneOfMove(twin, move);
    return questions(twin, from).filter(({ scenes }) => scenes.includes(scene));
  };
  for (const { name, move } of FAULTS)
    await test.step(`${name} on a status call: asked again, and the job ends done`, async () => {
      await expectState(popup, move, 'Done', 40_000);
      expectTruthOf(twin, [move], { reached: 1, accepted: 1, charged: 20 });
      const [first, second] = about(move);
      expect(first?.scenes).toHaveLength(1);
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4900);
    });
  await test.step('failures in a row are asked again at growing distances', () => {
    const [first = 0, second = 0, third = 0] = about('Low').map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(4900);
    expect(third - second).toBeGreaterThanOrEqual(9900);
  });
  expectTruth(twin, { reached: 8, accepted: 8, charged: 160 });
});

test('a status reply that asks to wait, ends a token, speaks of other jobs or of a failure is taken as it says', async ({
  popup,
  twin,
}) => {
  const saves = popup.getByRole('button', { name: /^Save Reshoot/ });

  // The two jobs of one batch: Flow asks to wait, then refuses the token, then speaks of others as well.
  twin.mishap('status', { refuse: { code: 429, status: 'RESOURCE_EXHAUSTED', retryAfter: 11 } });
  twin.mishap('status', { tokenEnds: true });
  const end = twin.mishap('status', { operations: 'extra' }, Number.POSITIVE_INFINITY);
  await reshoot(popup, 'Orbit up', 'Orbit down');

  await test.step('429 with Retry-After on a status call: waits as long as Flow asks', async () => {
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    const [first, second] = statusCalls(twin);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(11_000);
  });

  await test.step('401 once on a status call: the token is renewed and the job ends done', () => {
    expect(statusCalls(twin).map(({ status }) => status)).toEqual([429, 401, 200]);
  });

  await test.step("a status reply with extra operations changes nothing but the job's own state", async () => {
    await expectState(popup, 'Orbit down', 'Done', 20_000);
    await expect(saves).toHaveCount(2);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
    end();
  });

  await test.step("a status reply with doubled operations changes nothing but the job's own state", async () => {
    await popup.keyboard.press('Escape');
    const undouble = twin.mishap('status', { operations: 'doubled' }, Number.POSITIVE_INFINITY);
    await reshoot(popup, 'Orbit right', 'Orbit left');
    await expectState(popup, 'Orbit right', 'Done', 20_000);
    await expectState(popup, 'Orbit left', 'Done', 20_000);
    undouble();
    await expect(saves).toHaveCount(4);
    expectTruth(twin, { reached: 4, accepted: 4, charged: 80 });
  });

  await test.step("an operation that ends FAILED or CANCELED is a failed job with Flow's reason, and the queue goes on", async () => {
    const rows = [
      { word: 'FAILED', struck: 'Dolly in', next: 'Dolly out' },
      { word: 'CANCELED', struck: 'High', next: 'Low' },
    ] as const;
    // One after the other: beside jobs that may give their price back, a balance that stays proves nothing.
    for (const { word, struck, next } of rows)
      await test.step(word, async () => {
        await popup.keyboard.press('Escape');
        const fail = { code: 3, message: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED', word };
        twin.mishap('submit', { fail });
        await reshoot(popup, struck, next);
        await expectState(popup, struck, 'Failed · not charged', 20_000);
        await expectState(popup, next, 'Done', 20_000);
        expectTruthOf(twin, [struck], { reached: 1, accepted: 1, charged: 0 });
        expectTruthOf(twin, [next], { reached: 1, accepted: 1, charged: 20 });
      });
    await popup.keyboard.press('Escape');
    await openJobs(popup);
    await expect(popup.getByText(/Flow sees a prominent person/)).toHaveCount(2);
    for (const why of await popup.getByText(/Flow sees a prominent person/).all())
      await expect(why).toBeVisible();
    expectTruth(twin, { reached: 8, accepted: 8, charged: 120 });
  });
});
