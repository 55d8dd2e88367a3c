import { describe, expect, it } from 'vitest';
import type { Action } from '@/lib/flow/action';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Job } from '@/lib/jobs/job';
import { createWorld, Stopped, type World } from '../../fakes/world';
import { clip, core, image, PROJECT, uuid } from '../../samples/jobs';

const base = {
  projectId: PROJECT,
  tier: 'ultra',
  aspect: 'landscape',
  modelKey: 'model',
} as const;

/** One request of each action, each with a seed of its own. */
const REQUESTS: Record<Action, (n: number) => GenerationRequest> = {
  extend: (n) => ({
    ...base,
    action: 'extend',
    seed: n,
    sceneId: uuid(n),
    mediaId: clip(1).id,
    prompt: 'She walks on.',
    startFrameIndex: 168,
    endFrameIndex: 191,
  }),
  reshoot: (n) => ({
    ...base,
    action: 'reshoot',
    seed: n,
    sceneId: uuid(n),
    mediaId: clip(1).id,
    move: 'UP',
  }),
  upscale: (n) => ({ ...base, action: 'upscale', seed: n, sceneId: uuid(n), mediaId: clip(1).id }),
  references: (n) => ({
    ...base,
    action: 'references',
    seed: n,
    sceneId: uuid(n),
    mediaIds: [image(2).id],
    prompt: 'A door opens.',
  }),
};

const jobs = (action: Action): Job[] =>
  [1, 2].map((n) => ({ ...core(n), request: REQUESTS[action](n), state: 'waiting' }));

/** Every sceneId at most once, and what became of each job said truly. */
function check(world: World): void {
  for (const job of world.disk.values()) {
    const taken = world.fake.taken.filter(({ request }) => request.sceneId === job.id).length;
    const entries = [...world.ledger.values()].filter(({ jobId }) => jobId === job.id);
    const charged = entries.filter((entry) => entry.charged === 'yes');
    expect(taken, 'accepted by Flow').toBeLessThanOrEqual(1);
    expect(['done', 'unknown']).toContain(job.state);
    if (job.state === 'done') {
      expect(taken).toBe(1);
      expect(charged.map(({ credits }) => credits)).toEqual([world.fake.price]);
    } else {
      expect(charged).toEqual([]);
      expect(entries.map((entry) => entry.charged)).toEqual(['unknown']);
    }
  }
}

const ACTIONS = Object.keys(REQUESTS) as Action[];

describe.each(ACTIONS)('stopping the world while it does: %s', (action) => {
  it('at no point sends twice, and at none forgets a job', async () => {
    const whole = createWorld(jobs(action));
    await whole.live(8);
    const count = whole.points();
    expect([...whole.disk.values()].map(({ state }) => state)).toEqual(['done', 'done']);
    expect(count).toBeGreaterThan(20);

    const ends: string[] = [];
    for (let point = 1; point <= count; point++) {
      const world = createWorld(jobs(action));
      world.stopAtPoint(point);
      await expect(world.live(8)).rejects.toThrow(Stopped);
      world.stopAtPoint();
      await world.live(12);
      check(world);
      ends.push(...[...world.disk.values()].map(({ state }) => state));
    }
    // Unknown stays only what was stopped between storing "submitting" and Flow's taking it, and
    // an upscale that the project's list cannot tell.
    expect(ends.filter((state) => state === 'done').length).toBeGreaterThan(ends.length * 0.8);
  });

  it('twice in a row is no worse', async () => {
    const whole = createWorld(jobs(action));
    await whole.live(8);
    const count = whole.points();
    for (let first = 1; first <= count; first += 3)
      for (let second = 1; second <= 12; second += 2) {
        const world = createWorld(jobs(action));
        world.stopAtPoint(first);
        await expect(world.live(8)).rejects.toThrow(Stopped);
        world.stopAtPoint(second);
        await world.live(8).catch((error) => expect(error).toBeInstanceOf(Stopped));
        world.stopAtPoint();
        await world.live(12);
        check(world);
      }
  });
});
