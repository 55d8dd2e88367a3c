import { expect, it, vi } from 'vitest';
import type { SaverPorts } from '@/lib/files/saver';
import { createSaverScene, url } from '../../fakes/saver-scene';
import { eventually } from '../../house/eventually';

vi.mock('@/lib/base/log', () => ({ warn: () => {} }));

/** A clip by its address, its recipe as a file beside it. */
const find: SaverPorts['find'] = async ({ id, of, beside }) =>
  of === 'recipe'
    ? { ok: true, source: new Blob([id]), path: `${beside?.replace('.mp4', '')}.json` }
    : { ok: true, source: url(id), path: `Film/${id}.mp4` };

const wanted = (...ids: string[]) =>
  ids.map((id) => ({ id, of: 'clip', hasRecipe: true }) as const);

const IDS = ['a', 'b', 'recipe a', 'recipe b'];
const SAVED = Object.fromEntries(IDS.map((id) => [id, 'saved']));

it('recipes are saved beside their clips, under the names that these were given', async () => {
  const { browser, settled, states, worker } = createSaverScene({
    find,
    endOf: (source) => ({ bytes: typeof source === 'string' ? 90_000 : 60 }),
  });
  await worker().saveAll(wanted('a', 'b'));
  await eventually(async () => expect(await states()).toEqual(SAVED));
  await settled();
  expect(browser.asked.map(({ path }) => path).sort()).toEqual(
    ['a', 'b'].flatMap((id) => [`Film/${id}.json`, `Film/${id}.mp4`]),
  );
});

it('a worker that dies at any step leaves each clip and each recipe to be saved once', async () => {
  for (let at = 1; at <= 16; at++) {
    const { browser, settled, states, worker } = createSaverScene({
      find,
      endOf: (source) => ({ bytes: typeof source === 'string' ? 90_000 : 60 }),
    });
    let isDead = false;
    const dying = worker((step) => {
      if (step >= at) isDead = true;
      if (isDead) throw new Error('dead');
    });
    await dying.saveAll(wanted('a', 'b'));
    const isOver = async () =>
      isDead || Object.keys(await states()).length === Object.keys(SAVED).length;
    await eventually(async () => expect(await isOver()).toBe(true));
    worker();
    await eventually(async () => expect(await states()).toEqual(SAVED));
    await settled();
    expect(browser.files().sort()).toEqual(
      ['a', 'b'].flatMap((id) => [
        `/home/ada/Downloads/Film/${id}.json`,
        `/home/ada/Downloads/Film/${id}.mp4`,
      ]),
    );
  }
});
