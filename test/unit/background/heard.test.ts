import { describe, expect, it, vi } from 'vitest';
import { heardOf } from '@/lib/background/heard';
import type { FailureKind } from '@/lib/flow/failure';
import type { StatusOutcome } from '@/lib/labs/client';
import { core } from '../../samples/jobs';

const credentials = { token: 'ya29.a', sessionId: ';1' };

async function tookBy(outcome: StatusOutcome): Promise<string[]> {
  const took: string[] = [];
  const flow = heardOf(
    { submit: () => Promise.reject(new Error('not asked')), status: async () => outcome },
    async (token) => void took.push(token),
  );
  expect(await flow.status([], credentials)).toBe(outcome);
  return took;
}

const failed = (kind: FailureKind): StatusOutcome => ({
  type: 'failed',
  failure: { kind, charged: 'no' },
});

describe('the token of a call', () => {
  it.each([{ type: 'answered', operations: [] } as const, failed('quota'), failed('not-found')])(
    'was taken by %j',
    async (outcome) => {
      expect(await tookBy(outcome)).toEqual(['ya29.a']);
    },
  );

  it.each([failed('signed-out'), failed('network')])('is not proved by %j', async (outcome) => {
    expect(await tookBy(outcome)).toEqual([]);
  });

  it('that cannot be noted does not lose the answer', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const outcome = { type: 'nothing' } as const;
    const flow = heardOf(
      { submit: async () => outcome, status: () => Promise.reject(new Error('not asked')) },
      () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')),
    );
    expect(await flow.submit(core().request, credentials)).toBe(outcome);
    vi.restoreAllMocks();
  });
});
