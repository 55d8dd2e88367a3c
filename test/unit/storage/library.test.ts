import { beforeEach, expect, it } from 'vitest';
import type { Media } from '@/lib/flow/media';
import { Database } from '@/lib/storage/database';
import { createLibrary, type Library } from '@/lib/storage/library';
import { countByProject, mediaOfProject, readMedia, someMedia } from '@/lib/storage/media-queries';
import { tableOf } from '../../fakes/table-of';
import { clip, image, PROJECT } from '../../samples/jobs';

let db: Database;
let library: Library;
let names = 0;

beforeEach(() => {
  db = new Database(`library-${++names}`);
  library = createLibrary(db);
});

it('the library finds a clip by its id and by the key in its address', async () => {
  await library.remember([clip(1), clip(2)]);
  expect(await library.get(clip(1).id)).toMatchObject(clip(1));
  expect(await library.byKey(clip(2).key)).toMatchObject(clip(2));
  expect(await library.byKey('gone')).toBeUndefined();
  expect([...(await library.some([clip(1).id, 'gone'])).keys()]).toEqual([clip(1).id]);
});

it('the library takes newer addresses and keeps what a newer reply does not say', async () => {
  await library.remember([clip(1, { url: 'https://example.com/old' })]);
  await library.measure(clip(1).id, { frames: 360, width: 1280, height: 720 });
  const { frames: _frames, ...seen } = clip(1, { title: '', url: 'https://example.com/new' });
  await library.remember([seen]);
  expect(await library.get(clip(1).id)).toMatchObject({
    title: 'Clip 1',
    frames: 360,
    width: 1280,
    url: 'https://example.com/new',
  });
});

it('the library keeps how a clip was made where a newer reply does not say it', async () => {
  const made: Partial<Media> = {
    ...{ madeBy: 'extend', sourceIds: [clip(2).id], workflowId: 'w' },
    ...{ seconds: 8, resolution: '720p' },
  };
  await library.remember([clip(1, made)]);
  await library.remember([clip(1, { seenAt: 9 })]);
  expect(await library.get(clip(1).id)).toMatchObject({ ...made, seenAt: 9 });
});

it('the library lets an entry that names another project change nothing', async () => {
  const known = clip(1, { title: 'Mine' });
  await library.remember([known]);
  await library.remember([{ ...known, projectId: 'of a stranger', title: 'Theirs' }, clip(2)]);
  expect(await library.get(known.id)).toMatchObject(known);
  expect(await library.get(clip(2).id)).toBeDefined();
});

it('the library adds no more than there is room for, and keeps what is known up to date', async () => {
  await library.remember([clip(1), clip(2)], 3);
  await library.remember([clip(3), clip(4), clip(1, { title: 'Newer' })], 3);
  const known = await library.some([1, 2, 3, 4].map((n) => clip(n).id));
  expect([...known.values()].map(({ title }) => title)).toEqual(['Newer', 'Clip 2', 'Clip 3']);
  await library.remember([clip(5), clip(2, { title: 'Newer, too' })], 1);
  expect(await library.get(clip(5).id)).toBeUndefined();
  expect(await library.get(clip(2).id)).toMatchObject({ title: 'Newer, too' });
  await library.remember([clip(5)]);
  expect(await library.get(clip(5).id)).toMatchObject(clip(5));
});

it('the library does not make up a clip that was never seen', async () => {
  await library.measure('gone', { frames: 1, width: 1, height: 1 });
  expect(await library.get('gone')).toBeUndefined();
});

it('the library keeps when a clip first turned up', async () => {
  await library.remember([clip(1, { seenAt: 70 })]);
  await library.remember([clip(1, { seenAt: 90 })]);
  expect(await library.get(clip(1).id)).toMatchObject({ firstSeenAt: 70, seenAt: 90 });
});

it('the library keeps what it writes over where that does not parse, and takes the new as if it were first', async () => {
  const odd = { ...clip(1), seenAt: 'yesterday' };
  await tableOf(db, 'media').put([odd, clip(2, { frames: 192 })]);
  await library.remember([clip(1), clip(2)]);
  expect(await library.get(clip(1).id)).toMatchObject(clip(1));
  expect(await library.get(clip(2).id)).toMatchObject({ frames: 192 });
  expect(
    (await tableOf(db, 'quarantine').all()).map(({ table, record }) => [table, record]),
  ).toEqual([['media', odd]]);
});

it('the library gives what is known of a project, and of some ids in their order', async () => {
  const other = clip(4, { projectId: 'another' });
  await library.remember([clip(1), clip(2), image(3), other]);
  const known = await mediaOfProject(PROJECT, db);
  expect(known.map(({ title }) => title).sort()).toEqual(['Clip 1', 'Clip 2', 'Image 3']);
  expect(await mediaOfProject('', db)).toEqual([]);
  const some = await someMedia([other.id, 'gone', clip(1).id, other.id], db);
  expect([...some.keys()]).toEqual([other.id, clip(1).id]);
  expect(await someMedia([], db)).toEqual(new Map());
  expect(await readMedia(clip(2).id, db)).toMatchObject(clip(2));
  expect(await readMedia('gone', db)).toBeUndefined();
});

it('a reply that has the words of the prompt for a title replaces no other title', async () => {
  const prompt = 'A boat leaves the harbour';
  await library.remember([clip(61, { title: 'Boat', prompt })]);
  await library.remember([clip(61, { title: prompt, prompt })]);
  expect((await library.get(clip(61).id))?.title).toBe('Boat');
  await library.remember([clip(61, { title: 'Ship', prompt })]);
  expect((await library.get(clip(61).id))?.title).toBe('Ship');
});

it('the library counts what is known of each project', async () => {
  expect(await countByProject(db)).toEqual(new Map());
  await library.remember([clip(1), image(2), clip(3, { projectId: 'another' })]);
  expect(await countByProject(db)).toEqual(
    new Map([
      [PROJECT, 2],
      ['another', 1],
    ]),
  );
});
