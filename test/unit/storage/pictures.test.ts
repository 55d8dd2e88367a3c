import { expect, it } from 'vitest';
import { Database } from '@/lib/storage/database';
import { readPicture, storePicture } from '@/lib/storage/pictures';

const db = new Database('pictures');
const picture = (text: string) => new Blob([text], { type: 'image/jpeg' });

it('a small poster is found by its clip, the last one that was kept', async () => {
  expect(await readPicture('witch', db)).toBeUndefined();
  await storePicture('witch', picture('a'), db);
  await storePicture('witch', picture('b'), db);
  await storePicture('cat', picture('c'), db);
  expect(await (await readPicture('witch', db))?.text()).toBe('b');
});
