import { expect } from 'vitest';
import { createScene, GAP_MS, type Given } from '../../fakes/flow-scene';
import { uuid } from '../../samples/jobs';

/** What Flow answers; the job then, what it says of the money, the hold, and whether the next goes. */
export type Case = readonly [
  what: string,
  given: Given,
  state: string,
  why: string | undefined,
  charged: 'no' | 'unknown' | undefined,
  hold: string | undefined,
  nextGoes: boolean,
];

/** Sends the first of two jobs, and the next one where that may go. */
export async function expectOutcome(
  ...[, given, state, why, charged, hold, nextGoes]: Case
): Promise<void> {
  const { credentials, sent, stored, world, ledger } = createScene([given], 2);
  await credentials(0);
  const job = stored.get(uuid(1));
  const failure = job?.state === 'failed' || job?.state === 'unknown' ? job.failure : undefined;
  expect([job?.state, failure?.kind, failure?.charged]).toEqual([state, why, charged]);
  expect(world.hold?.reason).toBe(hold);
  const [entry] = [...ledger.values()];
  expect(entry?.charged).toBe(charged ?? 'no');
  await credentials(GAP_MS);
  expect(sent()).toBe(nextGoes ? 2 : 1);
}
