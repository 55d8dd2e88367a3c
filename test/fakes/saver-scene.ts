import { expect } from 'vitest';
import { createSaver, type Saver, type SaverPorts } from '@/lib/files/saver';
import { Database } from '@/lib/storage/database';
import { createSaveStore, type Wanted } from '@/lib/storage/save-store';
import { eventually } from '../house/eventually';
import { type End, fakeBrowser } from './fake-downloads';
import { tableOf } from './table-of';

export const GOOD: End = { bytes: 90_000 };
export const FORBIDDEN: End = { error: 'SERVER_FORBIDDEN' };

export const wanted = (...ids: string[]): Wanted[] => ids.map((id) => ({ id, of: 'job' }));
export const url = (id: string, round = 1) => `https://storage/${id}/${round}`;

let count = 0;

/** What a scene does not do as others do. */
interface Own {
  readonly find?: SaverPorts['find'];
  /** How a download ends; as `ends` says, or well. */
  readonly endOf?: (source: string | Blob) => End;
}

/** A database and a browser that outlive their workers, and what was said to the user and the alarm. */
export function createSaverScene(own: Own = {}) {
  const db = new Database(`saver-${count++}`);
  const ends = new Map<string | Blob, End>();
  const told: string[][] = [];
  let ahead = 0;
  const due: boolean[] = [];
  const browser = fakeBrowser(own.endOf ?? ((source) => ends.get(source) ?? GOOD));
  const find: SaverPorts['find'] =
    own.find ??
    (async ({ id, refused }) => ({
      ok: true,
      source: url(id, refused === undefined ? 1 : 2),
      path: `${id}.mp4`,
    }));

  const states = async () =>
    Object.fromEntries(
      (await tableOf(db, 'saves').all()).map((save) => [
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
        now: () => Date.now() + ahead,
      },
      Promise.resolve(),
    );
    browser.listen(saver.follow, saver.look);
    return saver;
  }

  /** Moves the workers' clock. */
  const pass = (ms: number): void => {
    ahead += ms;
  };

  const settled = () =>
    eventually(async () => {
      const open = await createSaveStore(db).open();
      expect(open.filter((save) => !(save.state === 'requested' && save.isHeld))).toEqual([]);
      expect(await createSaveStore(db).notNotified()).toEqual([]);
    });

  return { db, browser, ends, told, due, states, worker, pass, settled };
}
