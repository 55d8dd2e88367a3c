import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job, JobIn } from '@/lib/jobs/job';
import { madeFrom, originOf } from '@/lib/jobs/lineage';
import { core, JOBS, uuid } from '../../samples/jobs';

const take = (n: number, sourceId: string, mediaId?: string): JobIn<'done'> => ({
  ...JOBS.done,
  id: uuid(n),
  createdAt: n,
  sourceId,
  result: { hasFile: false, ...(mediaId !== undefined && { mediaId }) },
});

const makerIn =
  (...jobs: Job[]) =>
  async (mediaId: string) =>
    jobs.find((job) => job.state === 'done' && job.result.mediaId === mediaId);

const names = ({ takes }: { takes: readonly Job[] }) => takes.map(({ id }) => id);

describe('where a take came from', () => {
  const reshoot = take(1, 'clip', 'reshot');
  const extend = take(2, 'reshot', 'extended');
  const upscale = take(3, 'extended', 'upscaled');

  it('is the whole chain, oldest first, and the clip it began with', async () => {
    const origin = await originOf(upscale, makerIn(reshoot, extend, upscale));
    expect(origin.rootId).toBe('clip');
    expect(names(origin)).toEqual([uuid(1), uuid(2)]);
  });

  it('is its source alone where no job made that', async () => {
    expect(await originOf(reshoot, makerIn())).toEqual({ rootId: 'clip', takes: [] });
  });

  it('ends at a record that is gone', async () => {
    const origin = await originOf(upscale, makerIn(extend));
    expect(origin.rootId).toBe('reshot');
    expect(names(origin)).toEqual([uuid(2)]);
  });

  it('is known for a job that is still waiting', async () => {
    const origin = await originOf(
      { ...core(4), state: 'waiting', sourceId: 'reshot' },
      makerIn(reshoot),
    );
    expect(names(origin)).toEqual([uuid(1)]);
  });

  it('ends whatever the records say: no job twice, and no chain without end', async () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(ids, ids), { minLength: 1, maxLength: 20 }),
        async (links) => {
          const jobs = links.map(([from, to], index) => take(index + 1, from, to));
          const [first = upscale] = jobs;
          const found = names(await originOf(first, makerIn(...jobs)));
          expect(new Set([...found, first.id]).size).toBe(found.length + 1);
        },
      ),
    );
    const endless = async (mediaId: string) => {
      const n = Number(mediaId);
      return take(n, String(n + 1), mediaId);
    };
    expect((await originOf(take(1, '2'), endless)).takes).toHaveLength(12);
  });
});

describe('what was made from a take', () => {
  it('are finished takes that are not hidden, oldest first, and never itself', () => {
    const one = take(1, 'clip', 'reshot');
    const jobs: Job[] = [
      { ...take(5, 'reshot', 'five'), createdAt: 50 },
      { ...take(4, 'reshot', 'four'), createdAt: 40 },
      { ...take(6, 'reshot', 'six'), clearedAt: 9 },
      { ...core(7), state: 'waiting', sourceId: 'reshot' },
      one,
    ];
    expect(madeFrom(one, jobs).map(({ id }) => id)).toEqual([uuid(4), uuid(5)]);
  });
});
