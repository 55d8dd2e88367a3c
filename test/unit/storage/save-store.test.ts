import { beforeEach, describe, expect, it } from 'vitest';
import type { Save } from '@/lib/jobs/save';
import { Database } from '@/lib/storage/database';
import { createJobStore } from '@/lib/storage/job-store';
import { createSaveStore, saveStates, savesOf } from '@/lib/storage/save-store';
import { tableOf } from '../../fakes/table-of';
import { JOBS } from '../../samples/jobs';

let db: Database;
let now = 0;
let count = 0;
const store = () => createSaveStore(db, () => now);
const all = (...ids: string[]) => ids.map((id) => ({ id, of: 'job' }) as const);

beforeEach(() => {
  db = new Database(`saves-${count++}`);
  now = 10;
});

describe('saves', () => {
  it('are in the order they were asked for', async () => {
    await store().request(all('c', 'a'));
    now = 20;
    await store().request(all('b', 'a'));
    expect((await store().open()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('by the setting follow those that were pressed, in the order of their jobs', async () => {
    const own = { of: 'job', by: 'setting', changedAt: 1, state: 'requested' } as const;
    await tableOf(db, 'saves').put([
      { ...own, id: 'a', askedAt: 5, index: 202 },
      { ...own, id: 'b', askedAt: 6, index: 201 },
    ]);
    await store().request(all('c'));
    expect((await store().open()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('that have ended are begun anew when they are asked for again', async () => {
    await store().request(all('a'));
    await store().update('a', (save) => ({ ...save, state: 'saved', endedAt: 1, path: 'a.mp4' }));
    expect(await store().open()).toEqual([]);
    now = 30;
    await store().request(all('a'));
    expect(await store().open()).toMatchObject([{ state: 'requested', askedAt: 30 }]);
  });

  it('that do not parse spoil no others', async () => {
    await tableOf(db, 'saves').put([{ id: 'odd', state: 'requested', askedAt: 'soon' }]);
    await store().request(all('a'));
    expect((await store().open()).map(({ id }) => id)).toEqual(['a']);
    expect((await savesOf(['odd', 'none', 'a'], db)).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a job that is done', () => {
  const finish = async (savesResult: boolean) => {
    const jobs = createJobStore(db, () => now);
    await jobs.add([JOBS.running]);
    await jobs.update(JOBS.running.id, () => ({ job: JOBS.done }), { savesResult });
    // What is stored later changes nothing.
    await jobs.update(JOBS.done.id, (job) => ({ job: { ...job, keptAt: 5 } as typeof job }), {
      savesResult,
    });
    return store().open();
  };

  it('is asked to be saved in the same transaction, once, where the setting wants it', async () => {
    expect(await finish(true)).toEqual([
      {
        ...{
          id: JOBS.done.id,
          of: 'job',
          by: 'setting',
          state: 'requested',
          index: JOBS.done.createdAt,
        },
        ...{ askedAt: 10, changedAt: 10 },
      },
    ]);
  });

  it('is not, where it does not', async () => {
    expect(await finish(false)).toEqual([]);
  });
});

describe('a file with a recipe', () => {
  const wanted = (id: string) => ({ id, of: 'clip', hasRecipe: true }) as const;
  const end = (save: Save): Save =>
    ({ ...save, state: 'saved', endedAt: 1, path: `Film/${save.id}.mp4` }) as Save;

  it('asks for it in the step in which it is there, once, and in its own turn', async () => {
    await store().request([wanted('a'), wanted('b')]);
    now = 20;
    await store().update('a', end);
    await store().update('a', (save) => ({ ...save, changedAt: 30 }));
    expect(await store().open()).toMatchObject([
      { id: 'recipe a', of: 'recipe', beside: 'Film/a.mp4', state: 'requested' },
      { id: 'b' },
    ]);
    expect(await saveStates(db)).toEqual(
      new Map([
        ['a', 'saved'],
        ['b', 'requested'],
        ['recipe a', 'requested'],
      ]),
    );
  });

  it('asks for none where none is wanted, and none where it broke', async () => {
    await store().request([...all('a'), wanted('b')]);
    await store().update('a', end);
    const broken = { state: 'broken', endedAt: 1, fault: 'disk', isNotified: true } as const;
    await store().update('b', (save) => ({ ...save, ...broken }) as Save);
    expect(await store().open()).toEqual([]);
  });
});
