import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '@/lib/store/database';
import { keepStrip, readStrip } from '@/lib/store/strips';
import { tableOf } from '../../fakes/table-of';

const strip = (text: string) => new Blob([text], { type: 'image/jpeg' });

describe('kept filmstrips', () => {
  let db: Database;
  let names = 0;

  beforeEach(() => {
    db = new Database(`strips-${++names}`);
  });

  it('are found by clip and number of pictures', async () => {
    await keepStrip('witch', 12, strip('a'), 1, db);
    expect(await readStrip('witch', 12, db)).toBeDefined();
    expect(await readStrip('witch', 24, db)).toBeUndefined();
    expect(await readStrip('cat', 12, db)).toBeUndefined();
  });

  it('are sixty at most: the oldest goes, by when it was drawn', async () => {
    await keepStrip('late', 12, strip('late'), 1000, db);
    for (let index = 0; index < 60; index++)
      await keepStrip(`clip ${index}`, 12, strip('x'), index, db);
    expect(await tableOf(db, 'strips').count()).toBe(60);
    expect(await readStrip('late', 12, db)).toBeDefined();
    expect(await readStrip('clip 0', 12, db)).toBeUndefined();
    expect(await readStrip('clip 1', 12, db)).toBeDefined();
  });
});
