import { describe, expect, it, vi } from 'vitest';
import type { Save } from '@/lib/jobs/save';
import { createSaverScene, FORBIDDEN, GOOD, url, wanted } from '../../fakes/saver-scene';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';

vi.mock('@/lib/base/log', () => ({ warn: () => {} }));

describe('a worker that dies', () => {
  it('at any step leaves each file to be saved once by the next', async () => {
    for (let at = 1; at <= 14; at++) {
      const { browser, settled, states, worker } = createSaverScene({
        endOf: (source) => (source === url('b') ? FORBIDDEN : GOOD),
      });
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
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'hangs');
    ends.set(url('b'), 'hangs');
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
    const { browser, db, ends, pass, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'hangs');
    await worker().saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    browser.listen(() => {});
    const [first] = await tableOf(db, 'saves').all();
    const begun: Save = {
      ...{ id: 'b', of: 'job', by: 'user', askedAt: 1, index: 1, changedAt: 1 },
      ...{ state: 'starting', path: 'b.mp4', url: url('b') },
      startedAt: first?.state === 'saving' ? first.startedAt : Number.NaN,
    };
    await tableOf(db, 'saves').put([begun]);
    pass(60_000);
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

  it('before the answer to a file has begun: that is waited for, and saved once', async () => {
    const { browser, due, ends, pass, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'waits');
    await worker().saveAll(wanted('a', 'b'));
    await eventually(async () => expect(await states()).toEqual({ a: 'starting', b: 'saved' }));
    browser.listen(() => {});
    pass(59_000);
    const next = worker();
    await next.saveAll(wanted('c'));
    await eventually(async () => expect(await states()).toMatchObject({ c: 'saved' }));
    expect(await states()).toMatchObject({ a: 'starting' });
    expect(due.at(-1)).toBe(true);
    browser.begin(1);
    await eventually(async () => expect(await states()).toMatchObject({ a: 'saving' }));
    browser.finish(1, { bytes: 90_000 });
    await settled();
    expect(await states()).toEqual({ a: 'saved', b: 'saved', c: 'saved' });
    expect(browser.asked.map(({ path }) => path)).toEqual(['a.mp4', 'b.mp4', 'c.mp4']);
  });

  it('before the answer to a file has begun: what is not listed after a minute is begun again', async () => {
    const { browser, ends, pass, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'waits');
    await worker().saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'starting' }));
    browser.listen(() => {});
    ends.delete(url('a'));
    const next = worker();
    await next.saveAll([]);
    expect(browser.asked).toHaveLength(1);
    pass(61_000);
    next.look();
    await settled();
    expect(await states()).toEqual({ a: 'saved' });
    expect(browser.asked).toHaveLength(2);
  });

  it('and a browser that was closed: what it broke off is begun again', async () => {
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'hangs');
    await worker().saveAll(wanted('a'));
    await eventually(async () => expect(await states()).toEqual({ a: 'saving' }));
    browser.listen(() => {});
    browser.finish(1, { error: 'USER_SHUTDOWN' });
    ends.delete(url('a'));
    worker();
    await settled();
    expect(await states()).toEqual({ a: 'saved' });
    expect(await browser.downloads.newest()).toHaveLength(1);
  });

  it('and a browser that no longer knows the download: it is told, not saved twice', async () => {
    const { browser, ends, settled, states, worker } = createSaverScene();
    ends.set(url('a'), 'hangs');
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
