import { beforeEach, describe, expect, it } from 'vitest';
import { saveClips } from '@/lib/background/save-clips';
import { recipeId, type Save } from '@/lib/jobs/save';
import { database } from '@/lib/storage/database';
import { createLibrary } from '@/lib/storage/library';
import type { Wanted } from '@/lib/storage/save-store';
import { tableOf } from '../../fakes/table-of';
import { clip, JOBS } from '../../samples/jobs';

const library = createLibrary(database);
const asked: Wanted[] = [];
const uses = {
  library,
  sources: { makerOf: async (id: string) => (id === clip(2).id ? JOBS.done : undefined) },
  saver: {
    saveAll: async (wanted: readonly Wanted[]) => {
      asked.push(...wanted);
    },
  },
};

const saved = (id: string, of: Save['of'] = 'clip'): Save => ({
  ...{ id, of, by: 'user', askedAt: 1, index: 0, changedAt: 1 },
  ...{ state: 'saved', endedAt: 2, path: `Film/${of}.mp4` },
});

beforeEach(async () => {
  asked.length = 0;
  for (const table of ['media', 'saves'] as const) await tableOf(database, table).clear();
  await library.remember([clip(1), clip(2), clip(3)]);
});

const mediaIds = [3, 2, 1].map((n) => clip(n).id);
const job = { id: JOBS.done.id, of: 'job' };
const clips = [{ id: clip(3).id, of: 'clip' }, job, { id: clip(1).id, of: 'clip' }];

describe('clips of a project', () => {
  it('are saved in the order of the press, what a job here has made as its result', async () => {
    expect(await saveClips(uses, { mediaIds })).toEqual({ ok: true, jobs: 3, skipped: [] });
    expect(asked).toEqual(clips);
  });

  it('that were saved before are left out and named, where that is wanted', async () => {
    await tableOf(database, 'saves').put([saved(job.id, 'job'), saved(clip(1).id)]);
    expect(await saveClips(uses, { mediaIds, skipsSaved: true })).toEqual({
      ok: true,
      jobs: 1,
      skipped: [clip(2).id, clip(1).id],
    });
    expect(asked).toEqual([clips[0]]);
    asked.length = 0;
    expect(await saveClips(uses, { mediaIds })).toMatchObject({ jobs: 3, skipped: [] });
    expect(asked).toEqual(clips);
  });

  it('that were saved without a recipe get one where it is wanted, and only then', async () => {
    await tableOf(database, 'saves').put([
      saved(job.id, 'job'),
      saved(clip(1).id),
      saved(recipeId(clip(1).id), 'recipe'),
    ]);
    await saveClips(uses, { mediaIds, skipsSaved: true, hasRecipe: true });
    expect(asked).toEqual([
      { ...clips[0], hasRecipe: true },
      { id: recipeId(job.id), of: 'recipe', beside: 'Film/job.mp4' },
    ]);
  });

  it('that broke are not taken for saved', async () => {
    const { path: _, ...rest } = saved(clip(1).id) as Extract<Save, { state: 'saved' }>;
    const broken = { ...rest, state: 'broken', fault: 'disk', isNotified: true } as const;
    await tableOf(database, 'saves').put([broken]);
    expect(await saveClips(uses, { mediaIds, skipsSaved: true })).toMatchObject({ jobs: 3 });
  });

  it('of which none is known are refused', async () => {
    expect(await saveClips(uses, { mediaIds: ['gone'] })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
    expect(asked).toEqual([]);
  });
});
