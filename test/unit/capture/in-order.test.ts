import { describe, expect, it } from 'vitest';
import { createLine } from '@/lib/capture/in-order';

/** A line whose background refuses what the test names, and which counts the pauses. */
function setUp({
  opened = Promise.resolve() as Promise<unknown>,
  refusals = 0,
  alive = true,
} = {}) {
  const [told, pauses]: [string[], number[]] = [[], []];
  let left = refusals;
  const line = createLine(opened, {
    isAlive: () => alive,
    wait: async (ms) => pauses.push(ms),
  });
  const tell = (name: string, size = 0, of = name) =>
    line.add(
      async () => {
        if (left > 0) {
          left -= 1;
          throw new Error('nobody is there');
        }
        told.push(name);
      },
      { of, size },
    );
  return { tell, told, pauses };
}

describe('the line of reports', () => {
  it('delivers one after another, in their order, also after one that was refused at first', async () => {
    const { tell, told, pauses } = setUp({ refusals: 2 });
    const all = await Promise.all([tell('arrived'), tell('session'), tell('credits')]);
    expect(all).toEqual([true, true, true]);
    expect(told).toEqual(['arrived', 'session', 'credits']);
    expect(pauses).toEqual([500, 2000]);
  });

  it('gives up one that is refused again and again, and goes on with the next', async () => {
    const { tell, told } = setUp({ refusals: 4 });
    expect(await tell('first')).toBe(false);
    expect(await tell('second')).toBe(true);
    expect(told).toEqual(['second']);
  });

  it('says nothing before it is opened', async () => {
    let open = (_: unknown) => {};
    const { tell, told } = setUp({
      opened: new Promise((resolve) => {
        open = resolve;
      }),
    });
    const done = tell('arrived');
    await Promise.resolve();
    expect(told).toEqual([]);
    open(undefined);
    await done;
    expect(told).toEqual(['arrived']);
  });

  it('tries nothing once the extension was replaced', async () => {
    const { tell, told, pauses } = setUp({ alive: false });
    expect(await tell('arrived')).toBe(false);
    expect([told, pauses]).toEqual([[], []]);
  });

  it('keeps no more than its room, and has room again for what comes later', async () => {
    const { tell, told } = setUp();
    const half = 16 * 1024 * 1024;
    const all = await Promise.all([tell('a', half), tell('b', half), tell('c', 1), tell('d')]);
    expect(all).toEqual([true, true, false, true]);
    expect(await tell('e', half)).toBe(true);
    expect(told).toEqual(['a', 'b', 'd', 'e']);
  });

  it('holds nothing up by thousands of answers of one address, and leaves out none of the others', async () => {
    const { tell, told } = setUp();
    const flood = () => Array.from({ length: 3000 }, (_, n) => tell(`${n}`, 1, 'credits'));
    const first = flood();
    expect(await Promise.all([tell('arrived'), tell('project', 1), tell('list', 1)])).toEqual([
      true,
      true,
      true,
    ]);
    expect((await Promise.all(first)).filter((isNotified) => isNotified)).toHaveLength(100);
    expect(told.slice(100)).toEqual(['arrived', 'project', 'list']);
    expect((await Promise.all(flood())).filter((isNotified) => isNotified)).toHaveLength(100);
  });

  it('has room for the page’s own reports, whatever waits', async () => {
    const { tell, told } = setUp();
    await Promise.all(Array.from({ length: 150 }, () => tell('arrived')));
    expect(told).toHaveLength(150);
  });
});
