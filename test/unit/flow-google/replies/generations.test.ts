import { describe, expect, it } from 'vitest';
import { readRecord } from '@/lib/flow-google/record';
import { parseStatus, parseSubmit, stateOf } from '@/lib/flow-google/replies/generations';
import { google, NEXT, NOW, TWIN, withAt } from '../samples';

const WORD = 'MEDIA_GENERATION_STATUS_';
const states = (payload: unknown) =>
  parseStatus(payload).records.map((record) => stateOf(record, NOW));
const running = google('status-running');

describe('how a generation stands', () => {
  it('is running', () => {
    expect(states(running)).toEqual([
      {
        name: NEXT,
        form: 'media',
        status: `${WORD}ACTIVE`,
        progress: 'running',
        mediaId: NEXT,
      },
    ]);
    expect(parseStatus(running).balance).toBe(615);
  });

  it('is done, with a clip that has no file yet', () => {
    const [state] = states(google('status-done'));
    expect(state).toMatchObject({
      status: `${WORD}SUCCESSFUL`,
      progress: 'done',
      media: { id: NEXT, kind: 'video', madeBy: 'extend', seenAt: NOW },
    });
    expect(state?.media).not.toHaveProperty('url');
    expect(parseStatus(google('status-done'))).not.toHaveProperty('balance');
  });

  it('is failed, with the reason', () => {
    expect(states(google('status-failed'))).toEqual([
      {
        name: NEXT,
        form: 'media',
        status: `${WORD}FAILED`,
        progress: 'failed',
        mediaId: NEXT,
        error: {
          code: 3,
          reason: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED',
          message: 'PROMINENT_PERSON',
        },
      },
    ]);
  });

  it.each([
    [6, 'PENDING', 'running'],
    [1, 'ACTIVE', 'running'],
    [2, 'ACTIVE', 'running'],
    [3, 'SUCCESSFUL', 'done'],
    [4, 'FAILED', 'failed'],
    [5, '5', 'unknown'],
    [0, '0', 'unknown'],
    [null, 'PENDING', 'running'],
    ['3', 'PENDING', 'running'],
    [3.5, 'PENDING', 'running'],
    [[3], 'PENDING', 'running'],
  ])('by the number %j is %s', (number, word, progress) => {
    const [state] = states(withAt(running, [2, 0, 5, 8, 0], number));
    expect(state).toMatchObject({ name: NEXT, status: WORD + word, progress });
    expect(state?.media !== undefined).toBe(progress === 'done');
  });

  it('without a number is failed where it says why', () => {
    const record = withAt(google('media'), [5, 8], [null, [3, 'PUBLIC_ERROR_AUDIO_FILTERED']]);
    const read = readRecord(record);
    expect(read && stateOf(read, NOW)).toMatchObject({
      progress: 'failed',
      error: { reason: 'PUBLIC_ERROR_AUDIO_FILTERED' },
    });
  });

  it('is told of each record, and odd ones are counted', () => {
    const record = google('media');
    const odd = [null, 7, 'record', [], [NEXT], {}];
    const reply = parseStatus([null, 5, [...odd, record, withAt(record, [0], TWIN)]]);
    expect(reply.records.map(({ id }) => id)).toEqual([NEXT, TWIN]);
    expect(reply.leftOut).toBe(odd.length);
  });

  it.each([[[]], [[null, 5]], [[null, 5, null]], [null], ['odd']])(
    'of %j is nothing',
    (payload) => {
      expect(parseStatus(payload)).toMatchObject({ records: [], leftOut: 0 });
    },
  );

  it.each([-1, 0.5, '5', null, [5], Number.NaN])('has no balance in %j', (balance) => {
    expect(parseStatus(withAt(running, [1], balance))).not.toHaveProperty('balance');
  });
});

it('a submit names its records, its tiles with their batch, and what is left', () => {
  const { records, workflows, balance, leftOut } = parseSubmit(google('submit'));
  expect(records.map(({ id, status }) => [id, status])).toEqual([
    [NEXT, 6],
    [TWIN, 6],
  ]);
  expect(new Set(workflows.map(({ batchId }) => batchId)).size).toBe(1);
  expect([balance, leftOut]).toEqual([605, 0]);
});
