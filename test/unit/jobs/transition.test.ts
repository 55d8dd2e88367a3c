import { describe, expect, it } from 'vitest';
import { deadlineAt } from '@/lib/jobs/deadline';
import { type JobState, jobSchema } from '@/lib/jobs/job';
import { type JobEvent, transition } from '@/lib/jobs/transition';
import { JOBS, OPERATION } from '../../samples/jobs';

const NOW = 3000;
const refusal = { kind: 'invalid', charged: 'no', httpStatus: 400 } as const;
const loss = { kind: 'network', charged: 'unknown' } as const;
const result = { operation: OPERATION, hasFile: false };

const EVENTS: { [Type in JobEvent['type']]: Extract<JobEvent, { type: Type }> } = {
  submit: { type: 'submit' },
  accepted: { type: 'accepted', operation: OPERATION, status: 'PENDING' },
  refused: { type: 'refused', failure: refusal },
  postponed: { type: 'postponed' },
  lost: { type: 'lost', failure: loss },
  woke: { type: 'woke' },
  reported: { type: 'reported', status: 'ACTIVE' },
  finished: { type: 'finished', result },
  broke: { type: 'broke', failure: loss },
  expired: { type: 'expired' },
  revive: { type: 'revive' },
  allow: { type: 'allow' },
  cancel: { type: 'cancel' },
  stop: { type: 'stop' },
  forget: { type: 'forget' },
};

const TAKEN = {
  state: 'running',
  sentAt: 1000,
  operation: OPERATION,
  status: 'PENDING',
  deadlineAt: deadlineAt('reshoot', NOW),
};

/** All pairs that change something, and what they lead to. Every other pair changes nothing. */
const MOVES: { [State in JobState]?: Partial<Record<JobEvent['type'], object>> } = {
  waiting: {
    submit: { state: 'submitting', sentAt: NOW },
    allow: { state: 'waiting', allowed: true },
    cancel: { state: 'cancelled', was: 'waiting', endedAt: NOW },
  },
  submitting: {
    accepted: TAKEN,
    finished: { state: 'done', sentAt: 1000, endedAt: NOW, result },
    refused: { state: 'failed', sentAt: 1000, endedAt: NOW, failure: refusal },
    postponed: { state: 'waiting', sentAt: 1000 },
    lost: { state: 'unknown', sentAt: 1000, failure: loss },
    woke: {
      state: 'unknown',
      sentAt: 1000,
      failure: { kind: 'interrupted', charged: 'unknown' },
    },
  },
  running: {
    reported: { state: 'running', sentAt: 1000, operation: OPERATION, status: 'ACTIVE' },
    expired: {
      state: 'failed',
      sentAt: 1000,
      endedAt: NOW,
      operation: OPERATION,
      failure: { kind: 'late', charged: 'unknown' },
    },
    finished: { state: 'done', sentAt: 1000, endedAt: NOW, result },
    broke: { state: 'failed', sentAt: 1000, endedAt: NOW, failure: loss },
    stop: { state: 'cancelled', was: 'running', endedAt: NOW },
  },
  unknown: {
    accepted: TAKEN,
    finished: { state: 'done', sentAt: 1000, endedAt: NOW, result },
    forget: { state: 'cancelled', was: 'unknown', endedAt: NOW },
  },
};

const STATES = Object.keys(JOBS) as JobState[];
const PAIRS = STATES.flatMap((state) =>
  (Object.keys(EVENTS) as JobEvent['type'][]).map((type) => [state, type] as const),
);

describe('a job', () => {
  it.each(PAIRS)('that is %s hears %s', (state, type) => {
    const before = JOBS[state];
    const step = transition(before, EVENTS[type], NOW);
    const wanted = MOVES[state]?.[type];
    if (wanted === undefined) {
      expect(step.job).toBe(before);
      expect(step.effects).toEqual([]);
      return;
    }
    expect(step.job).toMatchObject(wanted);
    expect(step.job).toMatchObject({ id: before.id, request: before.request, price: 20 });
    expect(jobSchema.parse(step.job)).toEqual(step.job);
  });

  it.each(PAIRS)(
    'that is %s knows after %s when the outcome of its last submit came',
    (state, type) => {
      const before = { ...JOBS[state], outcomeAt: 1500 };
      const { job } = transition(before, EVENTS[type], NOW);
      if (job === before) return;
      const isOutcome = state === 'submitting';
      expect(job.outcomeAt).toBe(isOutcome ? NOW : type === 'submit' ? undefined : 1500);
    },
  );

  it.each(PAIRS)('that is %s is sent by %s only when its turn comes', (state, type) => {
    const { effects } = transition(JOBS[state], EVENTS[type], NOW);
    expect(effects).toEqual(state === 'waiting' && type === 'submit' ? ['send'] : []);
  });

  it('is late only once its deadline is past', () => {
    const job = JOBS.running;
    expect(transition(job, EVENTS.expired, job.deadlineAt - 1).job).toBe(job);
    expect(transition(job, EVENTS.expired, job.deadlineAt).job.state).toBe('failed');
  });

  it('that was late is followed again with a new deadline', () => {
    const late = transition(JOBS.running, EVENTS.expired, NOW).job;
    expect(transition(late, EVENTS.revive, 9000).job).toMatchObject({
      state: 'running',
      sentAt: 1000,
      operation: OPERATION,
      deadlineAt: deadlineAt('reshoot', 9000),
    });
  });

  it('keeps what it is and where it came from through every change', () => {
    const again = { ...JOBS.waiting, againOf: JOBS.failed.id, allowed: true };
    const sent = transition(again, EVENTS.submit, NOW).job;
    const taken = transition(sent, EVENTS.accepted, NOW).job;
    const done = transition(taken, EVENTS.finished, NOW).job;
    expect(done).toMatchObject({ state: 'done', againOf: JOBS.failed.id, allowed: true });
  });

  it.each([
    ['done', { state: 'cancelled', was: 'waiting', because: 'original-done', endedAt: NOW }],
    ['running', { state: 'waiting' }],
    ['failed', { state: 'submitting' }],
    ['unknown', { state: 'submitting' }],
    ['cancelled', { state: 'submitting' }],
    [undefined, { state: 'submitting' }],
  ] as const)('that sends again one that is %s by now', (original, wanted) => {
    const before = { ...JOBS.waiting, againOf: JOBS.failed.id };
    const { job } = transition(before, { type: 'submit', original }, NOW);
    expect(job).toMatchObject(wanted);
    expect(jobSchema.parse(job)).toEqual(job);
  });

  it('hears the same status twice without a change', () => {
    const once = transition(JOBS.running, EVENTS.reported, NOW).job;
    expect(transition(once, EVENTS.reported, NOW).job).toBe(once);
  });

  it.each(STATES)('that is %s reads back from storage as it was', (state) => {
    expect(jobSchema.parse(structuredClone(JOBS[state]))).toEqual(JOBS[state]);
  });
});
