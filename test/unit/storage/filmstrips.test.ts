import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '@/lib/storage/database';
import { keepFilmstrip, readFilmstrip } from '@/lib/storage/filmstrips';
import { tableOf } from '../../fakes/table-of';

const filmstrip = (text: string) => new Blob([text], { type: 'image/jpeg' });

describe('kept filmstrips', () => {
  let db: Database;
  let names = 0;

  beforeEach(() => {
    db = new Database(`strips-${++names}`);
  });

  it('are found by clip and number of pictures', async () => {
    await keepFilmstrip('witch', 12, filmstrip('a'), 1, db);
    expect(await readFilmstrip('witch', 12, db)).toBeDefined();
    expect(await readFilmstrip('witch', 24, db)).toBeUndefined();
    expect(await readFilmstrip('cat', 12, db)).toBeUndefined();
  });

  it('are sixty at most: the oldest goes, by when it was drawn', async () => {
    await keepFilmstrip('late', 12, filmstrip('late'), 1000, db);
    for (let index = 0; index < 60; index++)
      await keepFilmstrip(`clip ${index}`, 12, filmstrip('x'), index, db);
    expect(await tableOf(db, 'strips').count()).toBe(60);
    expect(await readFilmstrip('late', 12, db)).toBeDefined();
    expect(await readFilmstrip('clip 0', 12, db)).toBeUndefined();
    expect(await readFilmstrip('clip 1', 12, db)).toBeDefined();
  });
});
