import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver, type Found, type Saver } from '@/lib/files/saver';
import type { Save } from '@/lib/job/save';
import { Database } from '@/lib/store/database';
import { createSaveStore, type Wanted } from '@/lib/store/save-store';
import { eventually } from '../eventually';
import { type End, type FakeBrowser, fakeBrowser } from './fake-downloads';

vi.mock('@/lib/base/log', () => ({ warn: () => {} }));

const GOOD: End = { bytes: 90_000 };
const FORBIDDEN: End = { error: 'SERVER_FORBIDDEN' };

let db: Database;
let count = 0;
let browser: FakeBrowser;
let ends: Map<string | Blob, End>;
let told: string[][];
let due: boolean[];
let find: (save: Save & { refused?: string | undefined }) => Promise<Found>;

const wanted = (...ids: string[]): Wanted[] => ids.map((id) => ({ id, of: 'job' }));
const address = (id: string, round = 1) => `https://storage/${id}/${round}`;
const states = async () =>
  Object.fromEntries(
    (await db.saves.toArray()).map((save) => [
      save.id,
      save.state === 'broken' ? save.fault : save.state,
    ]),
  );

/** A worker: it listens, and takes up what the last one left. */
function worker(crash?: (step: number) => void): Saver {
  let steps = 0;
  const saves = createSaveStore(db);
  const saver = createSaver(
    {
      saves: {
        ...saves,
        update: (id, change) => {
          steps += 1;
          crash?.(steps);
          return saves.update(id, change);
        },
      },
      downloads: browser.downloads,
      find,
      tell: async (broken) => {
        told.push(broken.map(({ id }) => id));
      },
      stayDue: async (isDue) => {
        due.push(isDue);
      },
      now: Date.now,
    },
    Promise.resolve(),
  );
  browser.listen(saver.follow);
  return saver;
}

const settled = () =>
  eventually(async () => {
    const open = await createSaveStore(db).open();
    expect(open.filter((save) => !(save.state === 'requested' && save.isHeld))).toEqual([]);
    expect(await createSaveStore(db).untold()).toEqual([]);
  });

beforeEach(() => {
  db = new Database(`saver-${count++}`);
  ends = new Map();
  told = [];
  due = [];
  browser = fakeBrowser((source) => ends.get(source) ?? GOOD);
  find = async ({ id, refused }) => ({
    ok: true,
    source: address(id, refused === undefined ? 1 : 2),
    path: `${id}.mp4`,
  });
});

describe('several files', () => {
  it('are saved in order, and one that fails stops none of the others', async () => {
    ends.set(address('b'), { error: 'FILE_NO_SPACE' });
    await worker().saveAll(wanted('a', 'b', 'c', 'd', 'e', 'f'));
    await settled();
    expect(browser.asked.map(({ path }) => path)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `${id}.mp4`),
    );
    expect(await states()).toEqual({
      ...{ a: 'saved', b: 'no-space', c: 'saved', d: 'saved', e: 'saved', f: 'saved' },
    });
    expect(told.flat()).toEqual(['b']);
    expect(due.at(-1)).toBe(false);
  });

  it('are begun four at a time', async () => {
    for (const id of ['a', 'b', 'c', 'd']) ends.set(address(id), 'hangs');
    await worker().saveAll(wanted('a', 'b', 'c', 'd', 'e'));
    await eventually(() => expect(browser.asked).toHaveLength(4));
    await eventually(async () =>
      expect(await states()).toMatchObject({ d: 'saving', e: 'requested' }),
    );
    await eventually(() => expect(due.at(-1)).toBe(true));
    browser.finish(2, { bytes: 90_000 });
    await eventually(async () => expect(await states()).toMatchObject({ b: 'saved', e: 'saved' }));
  });

  it('of which some were not saved can be asked for again, those alone', async () => {
    ends.set(address('b'), { error: 'NETWORK_FAILED' });
    const saver = worker();
    await saver.saveAll(wanted('a', 'b'));
    await settled();
    ends.delete(address('b'));
    await saver.saveAll(wanted('b'));
    await settled();
    expect(await states()).toEqual({ a: 'saved', b: 'saved' });
    expect(browser.files()).toHaveLength(2);
  });

  it('are each begun once, however often they are asked for meanwhile', async () => {
    ends.set(address('a'), 'hangs');
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
    ends.set(address('a'), FORBIDDEN);
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'saved' });
    expect(browser.asked.map(({ source }) => source)).toEqual([address('a'), address('a', 2)]);
    expect(await browser.downloads.newest()).toHaveLength(1);
  });

  it('that is refused twice is told, and asked for no third time', async () => {
    ends.set(address('a'), FORBIDDEN);
    ends.set(address('a', 2), FORBIDDEN);
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
    ends.set(address('a'), end);
    ends.set(address('a', 2), end);
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'not-a-clip' });
    expect(browser.files()).toEqual([]);
  });

  it('that came inside the answer is saved without an address', async () => {
    const file = new Blob(['video'], { type: 'video/mp4' });
    find = async ({ id }) => ({ ok: true, source: file, path: `${id}.mp4` });
    await worker().saveAll(wanted('a'));
    await settled();
    expect(browser.asked).toEqual([{ source: file, path: 'a.mp4' }]);
    expect(await states()).toEqual({ a: 'saved' });
  });

  it('whose name the browser does not take is told', async () => {
    ends.set(address('a'), 'throws');
    await worker().saveAll(wanted('a'));
    await settled();
    expect(await states()).toEqual({ a: 'browser' });
  });

  it('whose records were deleted meanwhile stays in the folder', async () => {
    ends.set(address('a'), 'hangs');
    const saver = worker();
    await saver.saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    await db.saves.clear();
    browser.finish(1, { bytes: 90_000 });
    await saver.saveAll(wanted('b'));
    await settled();
    expect(browser.files()).toEqual(['/home/ada/Downloads/a.mp4', '/home/ada/Downloads/b.mp4']);
  });

  it('that breaks is told once, also where telling is refused', async () => {
    ends.set(address('a'), { error: 'NETWORK_FAILED' });
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
    find = async ({ id }) =>
      id === 'a' && !hasSession
        ? { ok: false, fault: 'no-session' }
        : { ok: true, source: address(id), path: `${id}.mp4` };
    const core = {
      of: 'job',
      by: 'setting',
      askedAt: 1,
      changedAt: 1,
      state: 'requested',
    } as const;
    await db.saves.bulkAdd([
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

describe('a worker that dies', () => {
  it('at any step leaves each file to be saved once by the next', async () => {
    for (let at = 1; at <= 14; at++) {
      db = new Database(`saver-crash-${at}`);
      browser = fakeBrowser((source) => (source === address('b') ? FORBIDDEN : GOOD));
      let isDead = false;
      const dying = worker((step) => {
        if (step >= at) isDead = true;
        if (isDead) throw new Error('dead');
      });
      await dying.saveAll(wanted('a', 'b', 'c'));
      const isOver = async () =>
        isDead || Object.values(await states()).every((state) => state === 'saved');
      await eventually(async () => expect(await isOver()).toBe(true));
      worker();
      await settled();
      expect(await states()).toEqual({ a: 'saved', b: 'saved', c: 'saved' });
      expect(browser.files().sort()).toEqual(
        ['a', 'b', 'c'].map((id) => `/home/ada/Downloads/${id}.mp4`),
      );
    }
  });

  it('while the browser saves: the end is looked up', async () => {
    ends.set(address('a'), 'hangs');
    ends.set(address('b'), 'hangs');
    await worker().saveAll(wanted('a', 'b'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving', b: 'saving' }));
    browser.listen(() => {});
    browser.finish(1, { bytes: 90_000 });
    browser.finish(2, { error: 'NETWORK_DISCONNECTED' });
    worker();
    await settled();
    expect(await states()).toEqual({ a: 'saved', b: 'network' });
  });

  it('before it has begun a file: that is begun, though another without a name yet is on its way', async () => {
    ends.set(address('a'), 'hangs');
    await worker().saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    browser.listen(() => {});
    const [first] = await db.saves.toArray();
    const begun: Save = {
      ...{ id: 'b', of: 'job', by: 'user', askedAt: 1, index: 1, changedAt: 1 },
      ...{ state: 'starting', path: 'b.mp4', address: address('b') },
      startedAt: first?.state === 'saving' ? first.startedAt : Number.NaN,
    };
    await db.saves.put(begun);
    worker();
    await eventually(async () => expect(await states()).toEqual({ a: 'saving', b: 'saved' }));
    browser.finish(1, { bytes: 90_000 });
    await settled();
    expect(await states()).toEqual({ a: 'saved', b: 'saved' });
    expect(browser.files().sort()).toEqual([
      '/home/ada/Downloads/a.mp4',
      '/home/ada/Downloads/b.mp4',
    ]);
  });

  it('and a browser that was closed: what it broke off is begun again', async () => {
    ends.set(address('a'), 'hangs');
    await worker().saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    browser.listen(() => {});
    browser.finish(1, { error: 'USER_SHUTDOWN' });
    ends.delete(address('a'));
    worker();
    await settled();
    expect(await states()).toEqual({ a: 'saved' });
    expect(await browser.downloads.newest()).toHaveLength(1);
  });

  it('and a browser that no longer knows the download: it is told, not saved twice', async () => {
    ends.set(address('a'), 'hangs');
    await worker().saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    browser.listen(() => {});
    await browser.downloads.discard(1);
    worker();
    await settled();
    expect(await states()).toEqual({ a: 'lost' });
    expect(browser.asked).toHaveLength(1);
  });
});

it.each([
  ['interrupted: the reason that came with the change is told', 'NETWORK_FAILED', 'network'],
  ['ended with a whole file: nothing more is known of it', undefined, 'lost'],
] as const)('a download whose entry is removed as soon as it is %s', async (_, error, state) => {
  ends.set(address('a'), 'hangs');
  const saver = worker();
  await saver.saveAll(wanted('a'));
  await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
  await browser.downloads.discard(1);
  saver.follow({ id: 1, hasEnded: true, types: [], ...(error !== undefined && { error }) });
  await settled();
  expect(await states()).toEqual({ a: state });
});
