import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlowClient } from '@/lib/background/flow-client';
import { canLift } from '@/lib/job/hold';
import { createPoll } from '@/lib/queue/poll-running';
import { recover } from '@/lib/queue/recover';
import { submitNext } from '@/lib/queue/submit-next';
import { JOBS, uuid, waiting } from '../job/sample-jobs';
import { createFakePorts } from '../queue/fake-ports';

/** An answer of Flow: HTTP status, body, headers. `broken` is a connection that breaks. */
type Given = readonly [status: number, body: unknown, headers?: Record<string, string>] | 'broken';

const GAP_MS = 10_000;
const MINUTE = 60_000;
const PREFIX = 'PUBLIC_ERROR_';

const TYPE = 'type.googleapis.com/google.rpc.ErrorInfo';
/** Google's error body; reasons without their prefix. */
const error = (code: number, status: string, ...reasons: string[]) => ({
  error: {
    code,
    message: 'Refused.',
    status,
    details: reasons.map((word) => ({ '@type': TYPE, reason: PREFIX + word })),
  },
});
const INTERNAL: Given = [500, error(500, 'INTERNAL')];
const UNUSUAL: Given = [429, error(429, 'RESOURCE_EXHAUSTED', 'UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC')];
const BARE: Given = [403, error(403, 'PERMISSION_DENIED')];

const fetching = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

/** The real client and the real queue; Flow answers as told, and takes everything after that. */
function createScene(answers: readonly Given[], jobs = 4) {
  const fake = createFakePorts(Array.from({ length: jobs }, (_, index) => waiting(index + 1)));
  const { world, ports, stored } = fake;
  world.balance = 1540;
  const left = [...answers];
  fetching.mockImplementation(async (_url, init) => {
    const given = left.shift();
    if (given === 'broken') throw new TypeError('broken');
    if (given) {
      const [status, body, headers = {}] = given;
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers,
      });
    }
    const { requests } = JSON.parse(String(init?.body));
    const { sceneId } = requests[0].metadata;
    return new Response(
      JSON.stringify({
        operations: [
          {
            operation: { name: `operation of ${sceneId}` },
            sceneId,
            status: 'MEDIA_GENERATION_STATUS_PENDING',
          },
        ],
      }),
    );
  });
  const real = { ...ports, flow: createFlowClient(() => world.now) };
  return {
    ...fake,
    ports: real,
    /** The queue looks for its next job, as often as the pace lets it, for some time. */
    async pass(ms: number): Promise<void> {
      const end = world.now + ms;
      for (; world.now <= end; world.now += GAP_MS) await submitNext(real);
      world.now = end;
    },
    /** The person presses the way on, if it is there. */
    lift(): boolean {
      const lifted = world.hold !== undefined && canLift(world.hold, world.now);
      if (lifted) world.hold = undefined;
      return lifted;
    },
    sent: () => fetching.mock.calls.length,
    states: () => [...stored.values()].map(({ state }) => state),
    unknown: () => [...stored.values()].filter(({ state }) => state === 'unknown').length,
  };
}

const quota = (code: number, status: string, word = 'USER_QUOTA_REACHED'): Given => [
  code,
  error(code, status, word),
];

/** What Flow answers; the job then, what it says of the money, the hold, and whether the next goes. */
type Case = readonly [
  what: string,
  given: Given,
  state: string,
  why: string | undefined,
  charged: 'no' | 'unknown' | undefined,
  hold: string | undefined,
  nextGoes: boolean,
];

const CASES: readonly Case[] = [
  ['unusual activity at 429', UNUSUAL, 'waiting', undefined, undefined, 'verification', false],
  [
    'unusual activity at 403',
    [403, error(403, 'PERMISSION_DENIED', 'UNUSUAL_ACTIVITY')],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'unusual activity at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'UNUSUAL_ACTIVITY')],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'reCAPTCHA beside another reason',
    [
      403,
      {
        error: {
          message: 'reCAPTCHA evaluation failed',
          details: [{ reason: 'PUBLIC_ERROR_SOMETHING_WENT_WRONG' }],
        },
      },
    ],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'a page about unusual traffic',
    [429, '<html>unusual traffic from your computer network'],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'unusual activity under 200',
    [200, error(429, 'RESOURCE_EXHAUSTED', 'UNUSUAL_ACTIVITY')],
    'waiting',
    undefined,
    undefined,
    'verification',
    false,
  ],
  [
    'unusual activity at 503',
    [503, error(503, 'UNAVAILABLE', 'UNUSUAL_ACTIVITY')],
    'unknown',
    'verification',
    'unknown',
    'verification',
    false,
  ],
  [
    'a quota at 400',
    quota(400, 'INVALID_ARGUMENT'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a quota at 403',
    quota(403, 'PERMISSION_DENIED'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a quota at 429',
    quota(429, 'RESOURCE_EXHAUSTED'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a model’s quota',
    quota(400, 'INVALID_ARGUMENT', 'PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE'),
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'a quota among odd details',
    [
      429,
      {
        error: {
          details: [
            { retryDelay: '37s' },
            { reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED' },
            { reason: 7 },
            null,
          ],
        },
      },
    ],
    'waiting',
    undefined,
    undefined,
    'quota',
    false,
  ],
  [
    'throttling',
    [429, error(429, 'RESOURCE_EXHAUSTED', 'USER_REQUESTS_THROTTLED')],
    'waiting',
    undefined,
    undefined,
    'throttled',
    false,
  ],
  [
    'throttling at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'CONCURRENT_LIMIT_REACHED')],
    'waiting',
    undefined,
    undefined,
    'throttled',
    false,
  ],
  [
    'throttling for less than the pace',
    [429, '', { 'retry-after': '9' }],
    'waiting',
    undefined,
    undefined,
    'throttled',
    true,
  ],
  [
    'a plan without the model at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'MODEL_ACCESS_DENIED')],
    'failed',
    'access',
    'no',
    undefined,
    true,
  ],
  [
    'a plan without the model at 429',
    [429, error(429, 'RESOURCE_EXHAUSTED', 'MODEL_ACCESS_DENIED')],
    'failed',
    'access',
    'no',
    undefined,
    true,
  ],
  [
    'unsafe content at 400',
    [400, error(400, 'INVALID_ARGUMENT', 'UNSAFE_GENERATION')],
    'failed',
    'content',
    'no',
    undefined,
    true,
  ],
  [
    'unsafe content at 429',
    [429, error(429, 'RESOURCE_EXHAUSTED', 'UNSAFE_GENERATION')],
    'failed',
    'content',
    'no',
    undefined,
    true,
  ],
  [
    'unsafe content at 500',
    [500, error(500, 'INTERNAL', 'UNSAFE_GENERATION')],
    'unknown',
    'content',
    'unknown',
    undefined,
    true,
  ],
  [
    'a wrong shape',
    [400, error(400, 'INVALID_ARGUMENT')],
    'failed',
    'invalid',
    'no',
    undefined,
    true,
  ],
  [
    'the same in an array',
    [400, [{ error: { code: 400, errors: [{ reason: 'badRequest' }] } }]],
    'failed',
    'invalid',
    'no',
    undefined,
    true,
  ],
  [
    'the same under 200',
    [200, error(400, 'INVALID_ARGUMENT')],
    'failed',
    'invalid',
    'no',
    undefined,
    true,
  ],
  ['a refusal without a reason', BARE, 'failed', 'refused', 'no', undefined, true],
  [
    'a clip that Flow does not know',
    [404, error(404, 'NOT_FOUND')],
    'failed',
    'not-found',
    'no',
    undefined,
    true,
  ],
  ['an address that is gone', [404, '<html>'], 'failed', 'refused', 'no', undefined, true],
  ['a fault of the server', INTERNAL, 'unknown', 'server', 'unknown', undefined, true],
  [
    'a fault under 200',
    [200, error(500, 'INTERNAL')],
    'unknown',
    'server',
    'unknown',
    undefined,
    true,
  ],
  [
    'a server that asks to wait',
    [503, error(503, 'UNAVAILABLE', 'HIGH_TRAFFIC'), { 'retry-after': '40' }],
    'unknown',
    'server',
    'unknown',
    'trouble',
    false,
  ],
  [
    'a server that asks to wait for a year',
    [503, '', { 'retry-after': '31536000' }],
    'unknown',
    'server',
    'unknown',
    'trouble',
    false,
  ],
  ['a connection that breaks', 'broken', 'unknown', 'network', 'unknown', undefined, true],
  ['HTML', [200, '<html>'], 'unknown', 'unreadable', 'unknown', undefined, true],
  ['an empty body', [200, ''], 'unknown', 'unreadable', 'unknown', undefined, true],
  [
    'an error without a word',
    [200, { error: {} }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
  [
    'an answer of another request',
    [200, { operations: [{ operation: { name: 'x' }, sceneId: uuid(77) }] }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
  [
    'no operation, the balance as before',
    [200, { operations: [], remainingCredits: 1540 }],
    'failed',
    'nothing',
    'no',
    undefined,
    true,
  ],
  [
    'no operation, the balance moved',
    [200, { operations: [], remainingCredits: 1520 }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
  [
    'no operation, no balance',
    [200, { operations: [] }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
];

describe('an answer to a submit', () => {
  it.each(CASES)('%s', async (_, given, state, why, charged, hold, nextGoes) => {
    const { pass, sent, stored, world, ledger } = createScene([given], 2);
    await pass(0);
    const job = stored.get(uuid(1));
    const failure = job?.state === 'failed' || job?.state === 'unknown' ? job.failure : undefined;
    expect([job?.state, failure?.kind, failure?.charged]).toEqual([state, why, charged]);
    expect(world.hold?.reason).toBe(hold);
    const [entry] = [...ledger.values()];
    expect(entry?.charged).toBe(charged ?? 'no');
    await pass(GAP_MS);
    expect(sent()).toBe(nextGoes ? 2 : 1);
  });

  it('without an operation may hide a charge behind what another job gives back', async () => {
    const { pass, stored } = createScene([[200, { operations: [], remainingCredits: 1540 }]], 1);
    stored.set(uuid(2), { ...JOBS.running, id: uuid(2) });
    await pass(0);
    expect(stored.get(uuid(1))?.state).toBe('unknown');
  });
});

describe('a verification', () => {
  it('is never tried again by itself; waits grow, and the person is asked each time', async () => {
    const { pass, sent, lift, world, states } = createScene([UNUSUAL, UNUSUAL, UNUSUAL]);
    for (const [time, minutes] of [15, 30, 60].entries()) {
      await pass(0);
      expect(sent()).toBe(time + 1);
      expect(world.hold?.reason).toBe('verification');
      await pass(minutes * MINUTE - GAP_MS);
      expect(lift()).toBe(false);
      await pass(24 * 60 * MINUTE);
      expect(sent()).toBe(time + 1);
      expect(lift()).toBe(true);
    }
    expect(states()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    await pass(0);
    expect(states()).toContain('running');
    expect(world.streak.verification).toBe(0);
  });
});

const TROUBLES: readonly (readonly [string, readonly Given[]])[] = [
  ['500', Array(9).fill(INTERNAL)],
  ['503', Array(9).fill([503, ''])],
  ['broken connections', Array(9).fill('broken')],
  ['answers that cannot be read', Array(9).fill([200, '<html>'])],
  ['all kinds in turn', [INTERNAL, 'broken', [200, ''], [502, '<html>'], [200, { error: {} }]]],
];

describe('a bad time at Flow', () => {
  it.each(TROUBLES)('with %s leaves two jobs unknown, then one a trial', async (_, answers) => {
    const { pass, sent, lift, world, unknown } = createScene(answers, 14);
    await pass(MINUTE);
    expect([sent(), unknown(), world.hold?.reason]).toEqual([2, 2, 'trouble']);
    expect(lift()).toBe(false);
    await pass(2 * MINUTE);
    expect([sent(), unknown(), world.hold?.reason]).toEqual([3, 3, 'outage']);
    expect(lift()).toBe(false);
    await pass(24 * 60 * MINUTE);
    expect([sent(), unknown()]).toEqual([3, 3]);
    expect(lift()).toBe(true);
    await pass(MINUTE);
    expect([sent(), unknown(), world.hold?.reason]).toEqual([4, 4, 'outage']);
    await pass(8 * MINUTE);
    expect(lift()).toBe(false);
    await pass(2 * MINUTE);
    expect(lift()).toBe(true);
  });

  it('that is over with the trial lets all others go', async () => {
    const { pass, sent, unknown, world } = createScene([INTERNAL, INTERNAL]);
    await pass(5 * MINUTE);
    expect([sent(), unknown(), world.hold, world.streak.trouble]).toEqual([4, 2, undefined, 0]);
  });

  it('lasts as long as Flow asks', async () => {
    const asked: Given = [503, { error: { details: [{ retryDelay: '600s' }] } }];
    const { pass, sent, world } = createScene([INTERNAL, asked]);
    await pass(9 * MINUTE);
    expect([sent(), world.hold?.reason]).toEqual([2, 'trouble']);
    await pass(2 * MINUTE);
    expect(sent()).toBeGreaterThan(2);
  });

  it('is not what a missing network makes', async () => {
    const scene = createScene(['broken', 'broken', 'broken']);
    await scene.pass(0);
    scene.ports.isOnline = () => scene.sent() !== 2;
    await scene.pass(GAP_MS);
    expect(scene.world.streak.trouble).toBe(1);
  });

  it.each([
    ['a job that Flow takes', [], 0],
    ['a refusal of the content', [[400, error(400, '', 'UNSAFE_GENERATION')]], 1],
  ] as const)('is over with %s', async (_, between, failed) => {
    const taken: Given[] = between.map((given) => [...given]);
    const first = createScene([INTERNAL, ...taken], taken.length + 1);
    await first.pass(GAP_MS * (taken.length + 1));
    if (taken.length === 0) {
      first.stored.set(uuid(9), waiting(9));
      await first.pass(GAP_MS);
    }
    expect(first.world.streak.trouble).toBe(0);
    expect(first.states().filter((state) => state === 'failed')).toHaveLength(failed);
  });

  it('is not forgotten when the worker dies in the middle of its submits', async () => {
    const { pass, ports, stored, sent, world } = createScene([]);
    for (const n of [1, 2]) {
      stored.set(uuid(n), { ...waiting(n), state: 'submitting', sentAt: world.now + n });
      await recover(ports);
    }
    expect(world.hold?.reason).toBe('trouble');
    await pass(MINUTE);
    expect(sent()).toBe(0);
  });
});

describe('refusals without a reason', () => {
  it.each([
    ['403', [BARE, BARE]],
    [
      '400',
      [
        [400, error(400, 'INVALID_ARGUMENT')],
        [400, ''],
      ],
    ],
    ['one of each', [BARE, [400, { error: { errors: [{ reason: 'badRequest' }] } }]]],
    [
      'addresses that are gone',
      [
        [404, '<html>'],
        [405, ''],
      ],
    ],
    ['nothing started', Array(2).fill([200, { operations: [], remainingCredits: 1540 }])],
  ] as [string, Given[]][])(
    'twice in a row (%s) hold the queue, not charged',
    async (_, answers) => {
      const { pass, sent, lift, world, states, ledger } = createScene(answers);
      await pass(60 * MINUTE);
      expect([sent(), world.hold?.reason]).toEqual([2, 'refused']);
      expect(states()).toEqual(['failed', 'failed', 'waiting', 'waiting']);
      expect([...ledger.values()].map(({ charged }) => charged)).toEqual(['no', 'no']);
      expect(lift()).toBe(true);
      await pass(MINUTE);
      expect([sent(), world.hold]).toEqual([4, undefined]);
    },
  );

  it('hold again at once, if the next job meets the same', async () => {
    const { pass, sent, lift, world } = createScene([BARE, BARE, BARE]);
    await pass(MINUTE);
    lift();
    await pass(MINUTE);
    expect([sent(), world.hold?.reason]).toEqual([3, 'refused']);
  });
});

describe('a status call', () => {
  it.each([
    ['a quota', quota(429, 'RESOURCE_EXHAUSTED')],
    ['a verification', UNUSUAL],
    ['a verification under 200', [200, error(403, 'PERMISSION_DENIED', 'UNUSUAL_ACTIVITY')]],
    ['a refusal without a reason', BARE],
    ['a fault', INTERNAL],
    ['HTML', [200, '<html>']],
    ['HTML at 404', [404, '<html>']],
    ['a broken connection', 'broken'],
    ['no operations', [200, { operations: [] }]],
    ['a wait without end', [503, '', { 'retry-after': '99999999999' }]],
  ] as [string, Given][])('that meets %s loses no job, and holds no queue', async (_, given) => {
    const { ports, stored, world } = createScene(Array(5).fill(given), 0);
    world.now = 2000;
    stored.set(uuid(1), { ...JOBS.running, id: uuid(1), deadlineAt: 9_000_000 });
    const poll = createPoll(ports);
    for (let time = 0; time < 5; time++) {
      const wait = await poll();
      expect(wait).toBeGreaterThanOrEqual(5000);
      expect(wait).toBeLessThanOrEqual(24 * 60 * MINUTE);
    }
    expect(stored.get(uuid(1))?.state).toBe('running');
    expect(world.hold).toBeUndefined();
  });
});
