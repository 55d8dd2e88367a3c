import { describe, expect, it } from 'vitest';
import { settleDelay } from '@/lib/queue/schedule';
import { adopt, settleUnknown } from '@/lib/queue/settle-unknown';
import { clip, JOBS, OPERATION, uuid } from '../job/sample-jobs';
import { createFakePorts } from './fake-ports';

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
    expect(await settleUnknown(ports)).toBeUndefined();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'done', result: { mediaId: media.id } });
  });

  it('is looked for again, ever less often, and nothing is sent for it', async () => {
    const { ports, world, log } = createFakePorts([unknown]);
    expect(await settleUnknown(ports)).toBe(5000);
    world.now = unknown.sentAt + 4 * MINUTE;
    expect(await settleUnknown(ports)).toBe(2 * MINUTE);
    expect(log).toEqual(['project list', 'project list']);
  });

  it('is left to the person after an hour', async () => {
    const { ports, world, log } = createFakePorts([unknown]);
    world.now = unknown.sentAt + 61 * MINUTE;
    expect(await settleUnknown(ports)).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('asks once for all of a project', async () => {
    const { ports, log } = createFakePorts([unknown, { ...unknown, id: uuid(2) }]);
    await settleUnknown(ports);
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
