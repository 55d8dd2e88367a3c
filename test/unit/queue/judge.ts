import { expect } from 'vitest';
import type { Job, JobState } from '@/lib/jobs/job';
import { costOfAll, mostOf } from '@/lib/ledger/cost';
import { createWorld, type World } from '../../fakes/world';
import { ACCOUNTS, passOf } from '../../fakes/world-ports';
import { type Command, carryOut } from './commands';

/**
 * Carries the commands out, one after the other, in a world of their own, and judges it after each.
 * Left in peace and signed in, everything comes to an end that says what it is.
 */
export async function judge(commands: readonly Command[]): Promise<void> {
  const world = createWorld([]);
  for (const command of commands) {
    const before = structuredClone(world.disk);
    await carryOut(world, command);
    check(world, before);
  }
  world.fake.faults.length = 0;
  world.fake.statusFaults.length = 0;
  // The worker may find a submit that was cut short, and brake once more.
  for (let time = 0; time < 2; time++) {
    leaveInPeace(world);
    await world.live(12);
  }
  check(world, new Map());
  const ends = [...world.disk.values()].map(({ state }) => state);
  for (const state of ends) expect(['done', 'failed', 'cancelled', 'unknown']).toContain(state);
}

function leaveInPeace({ state }: World): void {
  Object.assign(state, {
    hold: undefined,
    isPaused: false,
    stoppedUntil: 0,
    meddling: undefined,
    refusing: { inPoints: 0, writes: 0 },
    online: true,
    byAccount: new Map(ACCOUNTS.map((account) => [account, passOf(account)])),
    silent: new Set(),
  });
}

const FINAL: readonly JobState[] = ['done', 'cancelled'];

/** What must hold after every command, whatever happened before. */
function check(world: World, before: ReadonlyMap<string, Job>): void {
  for (const [id, job] of before) {
    const after = world.disk.get(id);
    expect(after).toBeDefined();
    if (FINAL.includes(job.state)) expect(after).toEqual(job);
    expect(after?.request).toEqual(job.request);
  }
  const sceneIds = world.fake.taken.map(({ request }) => request.sceneId);
  expect(new Set(sceneIds).size).toBe(sceneIds.length);
  for (const { request, account } of world.fake.taken)
    expect(account).toBe(world.disk.get(request.sceneId)?.account);
  expect(world.state.submitsWhileHeld).toBe(0);
  expect(world.state.sentBesideOriginal).toEqual([]);
  expect(world.state.sentTooSoon).toEqual([]);
  for (const job of world.disk.values()) ownClip(world, job);
  for (const job of world.disk.values()) books(world, job, sceneIds.includes(job.id));
  sums(world);
}

/** What is said to have gone for sure did; what may have gone is no less than what did. */
function sums({ ledger, fake: { taken, price } }: World): void {
  const cost = costOfAll([...ledger.values()]);
  expect(cost.sure).toBeLessThanOrEqual(taken.length * price);
  expect(mostOf(cost) + cost.possibleUnpriced * price).toBeGreaterThanOrEqual(taken.length * price);
}

/** A clip is that of the request that Flow made it for, whichever others had the same seed. */
function ownClip({ fake }: World, job: Job): void {
  if (job.state !== 'done' || job.result.mediaId === undefined) return;
  const own = fake.taken.find(({ request }) => request.sceneId === job.id);
  expect(job.result.mediaId).toBe(own?.media.id);
}

/** The ledger says of each job what Flow's own books say, or that it does not know. */
function books(world: World, job: Job, taken: boolean): void {
  const entries = [...world.ledger.values()].filter(({ jobId }) => jobId === job.id);
  const said = new Set(entries.map(({ charged }) => charged));
  if (said.has('yes')) {
    expect(taken).toBe(true);
    const paid = entries.filter(({ charged }) => charged === 'yes');
    // Of one without a price nobody knows what it cost where no balance shows it.
    const costs = [world.fake.price, ...(job.price === undefined ? [undefined] : [])];
    expect(paid).toHaveLength(1);
    expect(costs).toContain(paid[0]?.credits);
  }
  if (taken) expect(said.has('yes') || said.has('unknown')).toBe(true);
  // A clip proves that its price went; without a price it proves nothing.
  if (job.state === 'done' && job.price !== undefined) expect(said.has('yes')).toBe(true);
  if (job.state === 'waiting') expect(taken).toBe(false);
  if (job.state === 'failed' && job.failure.charged === 'no') expect(taken).toBe(false);
}
