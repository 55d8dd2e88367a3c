import { describe, expect, it } from 'vitest';
import { pausedHold } from '@/lib/jobs/hold';
import type { QueuePorts } from '@/lib/queue/ports';
import { submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts, PASS, RENEWED, refused } from '../../fakes/fake-ports';
import { OPERATION, uuid, waiting } from '../../samples/jobs';

const FIRST = uuid(1);

/** A queue of one job; the user presses Pause in the middle of the n-th wait for a port. */
function createScene(pauseAt: number) {
  const fake = createFakePorts([waiting()]);
  const { ports, world, log } = fake;
  world.submits = [answered(OPERATION, FIRST)];
  let waits = 0;
  let hasPaused = false;
  const pause = () => ports.hold.change((held) => pausedHold(world.now, held));
  const wrap = <Port extends object>(port: Port): Port => {
    const wrapped = Object.entries(port).map(([name, call]) => [
      name,
      async (...data: unknown[]) => {
        const result = await call(...data);
        if (++waits === pauseAt) {
          hasPaused = true;
          log.push('pause');
          await pause();
        }
        return result;
      },
    ]);
    return Object.fromEntries(wrapped) as Port;
  };
  const slow: QueuePorts = {
    ...ports,
    session: wrap(ports.session),
    jobs: wrap(ports.jobs),
    streak: wrap(ports.streak),
  };
  return { ...fake, slow, hasPaused: () => hasPaused };
}

describe('a pause', () => {
  it('at any moment before the job goes out keeps it here, and lasts', async () => {
    let paused = 0;
    for (let pauseAt = 1; ; pauseAt++) {
      const { slow, world, log, stored, hasPaused } = createScene(pauseAt);
      await submitNext(slow);
      if (!hasPaused()) break;
      paused++;
      const isSent = log.findIndex((line) => line.startsWith('submit'));
      if (isSent >= 0) expect(log.indexOf('pause')).toBeGreaterThan(isSent);
      else expect(stored.get(FIRST)?.state).toBe('waiting');
      expect(world.hold?.reason).toBe('paused');
      await submitNext(slow);
      expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(isSent >= 0 ? 1 : 0);
    }
    expect(paused).toBeGreaterThan(6);
  });

  it.each([
    ['nobody is signed in', { credentials: undefined }],
    ['the network is gone', { online: false }],
    ['the balance does not pay for the job', { balance: 1 }],
  ])('is not replaced by what is found out meanwhile: %s', async (_, found) => {
    const { ports, world } = createFakePorts([waiting()]);
    Object.assign(world, found);
    const open = async () => {
      const list = await ports.jobs.open();
      world.hold = pausedHold(world.now, undefined);
      return list;
    };
    await submitNext({ ...ports, jobs: { ...ports.jobs, open } });
    expect(world.hold?.reason).toBe('paused');
  });

  it('while a new token is asked for keeps the request from going out once more', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [refused('signed-out')];
    const renew = async () => {
      world.hold = pausedHold(world.now, undefined);
      return RENEWED;
    };
    await submitNext({ ...ports, session: { ...ports.session, renew } });
    expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
    expect(log).not.toContain('signed out');
    expect(stored.get(FIRST)?.state).toBe('waiting');
    expect(world.credentials).toBe(PASS);
  });
});

describe('sites that are taken back', () => {
  const isSubmit = (line: string) => line.startsWith('submit');

  it('while a job is being sent keep it waiting, uncharged', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [answered(OPERATION, FIRST)];
    const balance = async () => {
      world.hasSites = false;
      return undefined;
    };
    await submitNext({ ...ports, session: { ...ports.session, balance } });
    expect(log.filter(isSubmit)).toEqual([]);
    expect(stored.get(FIRST)?.state).toBe('waiting');
    await submitNext(ports);
    expect(world.hold?.reason).toBe('site-access');
    world.hasSites = true;
    world.now += 10_000;
    await submitNext(ports);
    expect(log.filter(isSubmit)).toHaveLength(1);
    expect(world.hold).toBeUndefined();
  });

  it('while a new token is asked for keep the request from going out once more', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [refused('signed-out')];
    const renew = async () => {
      world.hasSites = false;
      return RENEWED;
    };
    await submitNext({ ...ports, session: { ...ports.session, renew } });
    expect(log.filter(isSubmit)).toHaveLength(1);
    expect(log).not.toContain('signed out');
    expect(stored.get(FIRST)?.state).toBe('waiting');
  });
});

describe('a disk that is full', () => {
  it('lets nothing go out while it does not take what stops the queue', async () => {
    const { ports, world, log } = createFakePorts([waiting()]);
    world.submits = [answered(OPERATION, FIRST)];
    world.isFull = true;
    await expect(submitNext(ports)).rejects.toThrow('full');
    expect(log).toEqual([]);
    world.isFull = false;
    expect(await submitNext(ports)).toBe(0);
  });
});
