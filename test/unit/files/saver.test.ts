import { describe, expect, it, vi } from 'vitest';
import { createSaverScene, FORBIDDEN, url, wanted } from '../../fakes/saver-scene';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';

vi.mock('@/lib/base/log', () => ({ warn: () => {} }));

describe('several files', () => {
  it('are saved in order, and one that fails stops none of the others', async () => {
    const { browser, due, ends, settled, states, told, worker } = createSaverScene();
    ends.set(url('b'), { error: 'FILE_NO_SPACE' });
    await worker().saveAll(wanted('a', 'b', 'c', 'd', 'e', 'f'));
    await settled();
    expect(browser.asked.map(({ path }) => path)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `${id}.mp4`),
    );
    expect(await states()).toEqual({
      ...{ a: 'saved', b: 'no-space', c: 'saved', d: 'saved', e: 'saved', f: 'saved' },
    });
    expect(told.flat()).toEqual(['b']);
    await eventually(() => expect(due.at(-1)).toBe(false));
  });

  it('are begun four at a time', async () => {
    const { browser, due, ends, states, worker } = createSaverScene();
    for (const id of ['a', 'b', 'c', 'd']) ends.set(url(id), 'hangs');
    await worker().saveAll(wanted('a', 'b', 'c', 'd', 'e'));
    await eventually(() => expect(browser.asked).toHaveLength(4));
    await eventually(async () =>
      expect(await states()).toMatchObject({ d: 'saving', e: 'requested' }),
    );
    await eventually(() => expect(due.at(-1)).toBe(true));
    browser.finish(2, { bytes: 90_000 });
    await eventually(async () => expect(await states()).toMatchObject({ b: 'saved', e: 'saved' }));
  });

  it('are not held by one whose answer does not begin', async () => {
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'waits');
    await worker().saveAll(wanted('a', 'b'));
    await eventually(async () => expect(await states()).toEqual({ a: 'starting', b: 'saved' }));
    browser.begin(1);
    await eventually(async () => expect(await states()).toEqual({ a: 'saving', b: 'saved' }));
    browser.finish(1, { bytes: 90_000 });
    await settled();
    expect(await states()).toEqual({ a: 'saved', b: 'saved' });
    expect(browser.asked).toHaveLength(2);
  });

  it('of which some were not saved can be asked for again, those alone', async () => {
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('b'), { error: 'NETWORK_FAILED' });
    const saver = worker();
    await saver.saveAll(wanted('a', 'b'));
    await settled();
    ends.delete(url('b'));
    await saver.saveAll(wanted('b'));
    await settled();
    expect(await states()).toEqual({ a: 'saved', b: 'saved' });
    expect(browser.files()).toHaveLength(2);
  });

  it('are each begun once, however often they are asked for meanwhile', async () => {
    const { browser, ends, settled, worker } = createSaverScene();
    ends.set(url('a'), 'hangs');
    const saver = worker();
    await saver.saveAll(wanted('a'));
    await saver.saveAll(wanted('a'));
    await eventually(() => expect(browser.asked).toHaveLength(1));
    browser.finish(1, { bytes: 90_000 });
    await settled();
    expect(browser.asked).toHaveLength(1);
  });
});

describe('a file', () => {
  it('is saved from a fresh address where the storage refuses the first, and leaves no trace of it', async () => {
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), FORBIDDEN);
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'saved' });
    expect(browser.asked.map(({ source }) => source)).toEqual([url('a'), url('a', 2)]);
    expect(await browser.downloads.newest()).toHaveLength(1);
  });

  it('that is refused twice is told, and asked for no third time', async () => {
    const { browser, ends, settled, states, told, worker } = createSaverScene();
    ends.set(url('a'), FORBIDDEN);
    ends.set(url('a', 2), FORBIDDEN);
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'refused' });
    expect(browser.asked).toHaveLength(2);
    expect(told).toEqual([['a']]);
  });

  it.each([
    ['by its type that stays', { bytes: 50_000, type: 'text/html' }],
    ['by its first type', { bytes: 50_000, type: 'application/xml' }],
    ['by its size', { bytes: 312 }],
  ] as const)('that is an error page %s is removed and never called saved', async (_, end) => {
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), end);
    ends.set(url('a', 2), end);
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'not-a-clip' });
    expect(browser.files()).toEqual([]);
  });

  it('that came inside the answer is saved without an address', async () => {
    const file = new Blob(['video'], { type: 'video/mp4' });
    const { browser, settled, states, worker } = createSaverScene({
      find: async ({ id }) => ({ ok: true, source: file, path: `${id}.mp4` }),
    });
    await worker().saveAll(wanted('a'));
    await settled();
    expect(browser.asked).toEqual([{ source: file, path: 'a.mp4' }]);
    expect(await states()).toEqual({ a: 'saved' });
  });

  it('whose name the browser does not take is told', async () => {
    const { ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'throws');
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'browser' });
  });

  it('whose records were deleted meanwhile stays in the folder', async () => {
    const { browser, db, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'hangs');
    const saver = worker();
    await saver.saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    await tableOf(db, 'saves').clear();
    browser.finish(1, { bytes: 90_000 });
    await saver.saveAll(wanted('b'));
    await settled();
    expect(browser.files()).toEqual(['/home/ada/Downloads/a.mp4', '/home/ada/Downloads/b.mp4']);
  });

  it('that breaks is told once, also where telling is refused', async () => {
    const { ends, settled, told, worker } = createSaverScene();
    ends.set(url('a'), { error: 'NETWORK_FAILED' });
    const saver = worker();
    await saver.saveAll(wanted('a'));
    await settled();
    saver.look();
    await worker().saveAll(wanted('b'));
    await settled();
    expect(told).toEqual([['a']]);
  });
});

describe('a result that saves by itself', () => {
  it('waits for a session, lets others go by, and is saved once there is one', async () => {
    let hasSession = false;
    const { db, due, settled, states, worker } = createSaverScene({
      find: async ({ id }) =>
        id === 'a' && !hasSession
          ? { ok: false, fault: 'no-session' }
          : { ok: true, source: url(id), path: `${id}.mp4` },
    });
    const core = {
      of: 'job',
      by: 'setting',
      askedAt: 1,
      changedAt: 1,
      state: 'requested',
    } as const;
    await tableOf(db, 'saves').put([
      { ...core, id: 'a', index: 0 },
      { ...core, id: 'b', index: 1 },
    ]);
    const saver = worker();
    await settled();
    expect(await states()).toEqual({ a: 'requested', b: 'saved' });
    expect(due.at(-1)).toBe(true);
    hasSession = true;
    saver.look();
    await eventually(async () => expect(await states()).toEqual({ a: 'saved', b: 'saved' }));
  });
});

it.each([
  ['interrupted: the reason that came with the change is told', 'NETWORK_FAILED', 'network'],
  ['ended with a whole file: nothing more is known of it', undefined, 'lost'],
] as const)('a download whose entry is removed as soon as it is %s', async (_, error, state) => {
  const { browser, ends, settled, states, worker } = createSaverScene();
  ends.set(url('a'), 'hangs');
  const saver = worker();
  await saver.saveAll(wanted('a'));
  await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
  await browser.downloads.discard(1);
  saver.follow({ id: 1, hasEnded: true, types: [], ...(error !== undefined && { error }) });
  await settled();
  expect(await states()).toEqual({ a: state });
});
