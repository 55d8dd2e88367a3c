import { describe, expect, it } from 'vitest';
import { dispatch } from '@/lib/queue/dispatch';
import { settleDelay } from '@/lib/queue/schedule';
import { adopt, createSettle } from '@/lib/queue/settle-unknown';
import { createFakePorts } from '../../fakes/fake-ports';
import { clip, JOBS, OPERATION, uuid } from '../../samples/jobs';

const MINUTE = 60_000;
const unknown = { ...JOBS.unknown, id: uuid(1), sentAt: 99_000 };
const operation = { name: OPERATION, sceneId: uuid(1), status: 'ACTIVE' } as const;
const media = clip(8, { seed: 7, model: 'veo_3_0_reshoot_landscape', firstSeenAt: 99_500 });

describe('an unknown job', () => {
  it('is followed once the page shows its operation', async () => {
    const { ports, stored } = createFakePorts([unknown]);
    await adopt(ports, { operations: [{ ...operation, progress: 'running' }], media: [] });
    expect(stored.get(uuid(1))).toMatchObject({ state: 'running', operation: OPERATION });
  });

  it('is done once the page shows its finished operation', async () => {
    const { ports, stored, extras } = createFakePorts([unknown]);
    const done = { ...operation, progress: 'done', media, mediaId: media.id } as const;
    await adopt(ports, { operations: [done], media: [media] });
    expect(stored.get(uuid(1))).toMatchObject({ state: 'done', result: { mediaId: media.id } });
    expect(extras.get(uuid(1))?.media?.key).toBe(media.key);
  });

  it('is done once its clip is in the project’s list', async () => {
    const { ports, world, stored } = createFakePorts([unknown]);
    world.projectMedia = [media];
    expect(await createSettle(ports).look()).toBeUndefined();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'done', result: { mediaId: media.id } });
  });

  it('does not take the clip of a running job of its seed, which then ends with it', async () => {
    const running = { ...JOBS.running, id: uuid(2), sentAt: 99_100 };
    const { ports, world, stored } = createFakePorts([unknown, running]);
    world.projectMedia = [media];
    await createSettle(ports).look();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'unknown' });
    const result = { mediaId: media.id, hasFile: false };
    await dispatch(ports, uuid(2), { type: 'finished', result });
    await createSettle(ports).look();
    expect(stored.get(uuid(2))).toMatchObject({ state: 'done', result });
    expect(stored.get(uuid(1))).toMatchObject({ state: 'unknown' });
  });

  it('does not take the clip of a job of its seed that went out days before and was never asked about', async () => {
    const running = { ...JOBS.running, id: uuid(2), sentAt: 99_000 - 5 * 24 * 60 * MINUTE };
    const { ports, world, stored } = createFakePorts([unknown, running]);
    world.projectMedia = [media];
    await createSettle(ports).look();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'unknown' });
  });

  it('does not take a clip that has become another’s since it was looked up', async () => {
    const owner = { ...JOBS.done, id: uuid(2), result: { mediaId: media.id, hasFile: false } };
    const { ports, world, stored } = createFakePorts([unknown, owner]);
    world.projectMedia = [media];
    const late = { ...ports, jobs: { ...ports.jobs, claimed: async () => new Set<string>() } };
    await createSettle(late).look();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'unknown' });
  });

  it('that is proved done is done without a clip that another has', async () => {
    const owner = { ...JOBS.done, id: uuid(2), result: { mediaId: media.id, hasFile: false } };
    const { ports, stored } = createFakePorts([unknown, owner]);
    const done = { ...operation, progress: 'done', media, mediaId: media.id } as const;
    await adopt(ports, { operations: [done], media: [media] });
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'done',
      result: { operation: OPERATION, hasFile: false },
    });
    expect(stored.get(uuid(1))).not.toHaveProperty('result.mediaId');
  });

  it('is looked for again, ever less often, and nothing is sent for it', async () => {
    const { ports, world, log } = createFakePorts([unknown]);
    expect(await createSettle(ports).look()).toBe(5000);
    world.now = unknown.sentAt + 4 * MINUTE;
    expect(await createSettle(ports).look()).toBe(2 * MINUTE);
    expect(log).toEqual(['project list', 'project list']);
  });

  it('is left to the user after an hour', async () => {
    const { ports, world, log } = createFakePorts([unknown]);
    world.now = unknown.sentAt + 61 * MINUTE;
    expect(await createSettle(ports).look()).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('is settled also where another one of the same list cannot be stored', async () => {
    const { ports, world, stored } = createFakePorts([
      unknown,
      { ...unknown, id: uuid(2), request: { ...unknown.request, seed: 8 } },
    ]);
    const { update } = ports.jobs;
    ports.jobs.update = (id, ...rest) =>
      id === uuid(1) ? Promise.reject(new Error('full')) : update(id, ...rest);
    world.projectMedia = [media, { ...media, id: clip(9).id, seed: 8 }];
    await expect(createSettle(ports).look()).rejects.toThrow('full');
    expect(stored.get(uuid(2))?.state).toBe('done');
  });

  it('is not settled by a clip that only the page shows: the list is asked, however old the job is', async () => {
    const { ports, world, log, stored } = createFakePorts([unknown]);
    world.now = unknown.sentAt + 61 * MINUTE;
    const settle = createSettle(ports);
    expect(await settle.hear([media])).toBe(true);
    expect(await settle.look()).toBeUndefined();
    expect(log).toEqual(['project list']);
    expect(stored.get(uuid(1))?.state).toBe('unknown');
    world.projectMedia = [media];
    world.now += 5000;
    await settle.hear([media]);
    expect(await settle.look()).toBeUndefined();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'done', result: { mediaId: media.id } });
  });

  it.each([
    ['of an old job', 61 * MINUTE, [undefined, 4000, 3000, 2000, 1000]],
    ['of a young job', MINUTE, [30_000, 4000, 3000, 2000, 1000]],
  ])(
    'has the list %s asked every five seconds at most, whatever the page goes on to show',
    async (_, age, pattern) => {
      const { ports, world, log } = createFakePorts([unknown]);
      world.now = unknown.sentAt + age;
      const settle = createSettle(ports);
      const waits: unknown[] = [];
      for (let second = 0; second < 11; second++) {
        await settle.hear([media]);
        waits.push(await settle.look());
        world.now += 1000;
      }
      expect(log).toHaveLength(3);
      // Once the list was asked, a young job waits for its own next time.
      const later = waits.map((wait) => (Number(wait) > 5000 ? pattern[0] : wait));
      expect(later).toEqual([...pattern, ...pattern, pattern[0]]);
      world.now -= 60 * MINUTE;
      await settle.hear([media]);
      await settle.look();
      expect(log).toHaveLength(4);
    },
  );

  it('keeps to its own time when another one of its project turns up', async () => {
    const { ports, world, log } = createFakePorts([unknown]);
    world.now = unknown.sentAt + 4 * MINUTE;
    const settle = createSettle(ports);
    expect(await settle.look()).toBe(2 * MINUTE);
    world.now += 1000;
    expect(await settle.look()).toBe(2 * MINUTE - 500);
    expect(log).toEqual(['project list']);
  });

  it('is looked for once a page can be asked, where none could be, five seconds later at the soonest', async () => {
    const { ports, world, log, stored } = createFakePorts([unknown]);
    world.now = unknown.sentAt + 4 * MINUTE;
    const { projectMedia } = ports.session;
    Object.assign(ports.session, { projectMedia: async () => undefined });
    const settle = createSettle(ports);
    expect(await settle.look()).toEqual({ atMost: 2 * MINUTE });
    Object.assign(ports.session, { projectMedia });
    world.now += 1000;
    world.projectMedia = [media];
    expect(await settle.look()).toEqual({ atMost: 4000 });
    expect(log).toEqual([]);
    world.now += 4000;
    expect(await settle.look()).toBeUndefined();
    expect(log).toEqual(['project list', 'store done']);
    expect(stored.get(uuid(1))?.state).toBe('done');
  });

  it('that no page can be asked for is left to the user after an hour', async () => {
    const { ports, world } = createFakePorts([unknown]);
    Object.assign(ports.session, { projectMedia: async () => undefined });
    const settle = createSettle(ports);
    await settle.look();
    world.now = unknown.sentAt + 61 * MINUTE;
    expect(await settle.look()).toBeUndefined();
  });

  it('whose clip was found but could not be stored is looked for again after five seconds', async () => {
    const { ports, world, log, stored } = createFakePorts([unknown]);
    world.now = unknown.sentAt + 4 * MINUTE;
    world.projectMedia = [media];
    const { update } = ports.jobs;
    ports.jobs.update = () => Promise.reject(new Error('full'));
    const settle = createSettle(ports);
    await expect(settle.look()).rejects.toThrow('full');
    ports.jobs.update = update;
    expect(await settle.look()).toBe(5000);
    world.now += 5000;
    await settle.look();
    expect(log).toEqual(['project list', 'project list', 'store done']);
    expect(stored.get(uuid(1))?.state).toBe('done');
  });

  it('has no list asked for a clip that cannot be its own', async () => {
    const { ports } = createFakePorts([unknown]);
    const settle = createSettle(ports);
    expect(await settle.hear([])).toBe(false);
    expect(await settle.hear([{ ...media, seed: 8 }])).toBe(false);
  });

  it('asks once for all of a project', async () => {
    const { ports, log } = createFakePorts([unknown, { ...unknown, id: uuid(2) }]);
    await createSettle(ports).look();
    expect(log).toEqual(['project list']);
  });
});

it.each([
  [0, 5000],
  [MINUTE, 30_000],
  [30 * MINUTE, 5 * MINUTE],
  [61 * MINUTE, undefined],
])('a job of %i ms is looked for in %s ms', (age, wait) => {
  expect(settleDelay(0, age)).toBe(wait);
});
