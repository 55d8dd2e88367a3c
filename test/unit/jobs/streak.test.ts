import { describe, expect, it } from 'vitest';
import type { Failure, FailureKind } from '@/lib/flow/failure';
import { counted, NO_STREAK, type Streak } from '@/lib/jobs/streak';
import { core, uuid } from '../../samples/jobs';

const no = (kind: FailureKind, reason?: string): Failure => ({ kind, charged: 'no', reason });
const lost = (kind: FailureKind): Failure => ({ kind, charged: 'unknown' });
const sent = (n: number, againOf?: string) => ({
  ...core(n),
  ...(againOf !== undefined && { againOf }),
  state: 'submitting' as const,
  sentAt: n * 1000,
});

/** One failure after another, each of another job. */
const after = (...failures: Failure[]): Streak =>
  failures.reduce<Streak>(
    (streak, failure, index) => counted(streak, sent(index + 1), failure),
    NO_STREAK,
  );

describe('submits in a row that meet the same stop', () => {
  it.each([
    ['two faults of the server', [lost('server'), lost('server')], { trouble: 2 }],
    [
      'an answer that cannot be read after a time-out',
      [lost('network'), lost('unreadable')],
      { trouble: 2 },
    ],
    ['a worker that died in a submit', [lost('interrupted')], { trouble: 1 }],
    ['two refusals without a reason', [no('refused'), no('invalid')], { refused: 2 }],
    [
      'reasons that say nothing',
      [no('refused', 'PUBLIC_ERROR_SOMETHING_WENT_WRONG'), no('invalid', 'badRequest')],
      { refused: 2 },
    ],
    ['answers that started nothing', [no('nothing'), no('nothing')], { refused: 2 }],
    [
      'a refusal between two faults',
      [lost('server'), no('refused'), lost('server')],
      {
        trouble: 2,
        refused: 1,
      },
    ],
    ['refusals with a reason', [no('refused', 'PUBLIC_ERROR_NEW')], {}],
    [
      'a refusal of the content between two faults',
      [lost('server'), no('content'), lost('server')],
      {
        trouble: 1,
      },
    ],
    [
      'a plan without the model between two refusals',
      [no('invalid'), no('access'), no('invalid')],
      {
        refused: 1,
      },
    ],
    ['content that is refused at 500', [lost('content')], {}],
    ['a repeated request', [lost('repeated')], {}],
    ['clips that Flow does not know', [no('not-found'), no('not-found')], {}],
    ['verifications', [no('verification'), no('verification')], { verification: 2 }],
    ['a verification at 503', [lost('verification')], { verification: 1, trouble: 1 }],
    ['throttlings', [no('throttled'), no('throttled')], { throttled: 2 }],
  ] as const)('are counted: %s', (_, failures, counts) => {
    expect(after(...failures)).toMatchObject({ ...NO_STREAK, ...counts });
  });

  it('count one submit once, however often it is looked at', () => {
    const once = counted(NO_STREAK, sent(1), lost('server'));
    expect(counted(once, sent(1), lost('interrupted'))).toBe(once);
    expect(counted(once, { ...sent(1), sentAt: 5000 }, lost('server')).trouble).toBe(2);
  });

  it('do not count the same wish, sent again, as a second refusal', () => {
    const first = counted(NO_STREAK, sent(1), no('invalid'));
    const again = counted(first, sent(2, uuid(1)), no('invalid'));
    expect(again.refused).toBe(1);
    expect(counted(again, sent(3, uuid(2)), no('invalid')).refused).toBe(1);
    expect(counted(again, sent(4), no('invalid')).refused).toBe(2);
  });
});
