import { warn } from '@/lib/base/log';
import { createMutex } from '@/lib/base/mutex';
import { MINUTE_MS } from '@/lib/base/time';
import type { Download, DownloadChange, Downloads } from '@/lib/browser/downloads';
import { type Save, type SaveEvent, type SaveIn, saveStep } from '@/lib/jobs/save';
import type { SaveStore, Wanted } from '@/lib/storage/save-store';

/** Files that are saved at the same time; the others wait for their turn. */
const AT_ONCE = 4;

/** The browser's clock and ours are one, but not read to the same fraction. */
const CLOCKS_MS = 50;

/**
 * A download is listed once its answer begins (Chromium 156). One that a dead worker may have begun
 * is waited for this long after it was stored; what was not listed until then was not begun. Chromium
 * itself may drop one that begins just as another breaks off, and the worker with it
 * (docs/decisions/0037).
 */
const LISTED_WITHIN_MS = MINUTE_MS;

/** A file and its name, or why there is none. */
export type Found =
  | { readonly ok: true; readonly source: string | Blob; readonly path: string }
  | { readonly ok: false; readonly fault: 'gone' | 'no-session' | 'network' };

export interface SaverPorts {
  readonly saves: SaveStore;
  readonly downloads: Downloads;
  /** Where the file is now. */
  readonly find: (save: SaveIn<'requested'>) => Promise<Found>;
  /** Tells the user of saves that broke, where that is wanted. */
  readonly tell: (broken: readonly Save[]) => Promise<void>;
  /** Whether something is still to be saved: the browser is asked to wake us for it. */
  readonly stayDue: (isDue: boolean) => Promise<void>;
  readonly now: () => number;
}

/** The one way to a file on the disk. What is stored decides; a worker that dies takes nothing along. */
export interface Saver {
  /** Saves files in this order, each once, and follows each to its end. */
  saveAll(wanted: readonly Wanted[]): Promise<void>;
  /** Something may be there to be saved, or may have become possible. */
  look(): void;
  /** The browser says that a download has changed. What it lists anew is a reason to look. */
  follow(change: DownloadChange): void;
}

/** Looks at once for what the last worker left behind, as soon as `ready` is there. */
export function createSaver(ports: SaverPorts, ready: Promise<void>): Saver {
  const { saves, downloads, now } = ports;
  /** Content types as they were said, by download: they count when it ends. */
  const typesOf = new Map<number, readonly string[]>();
  /** Saves whose download this worker has asked for and whose id it does not know yet. */
  const unanswered = new Set<string>();
  /** Downloads that ended meanwhile, with the reason: one of them may be of such a save. */
  const endedEarly = new Map<number, string | undefined>();
  const runExclusive = createMutex();
  const begun = runExclusive(async () => {
    await ready;
    for (const save of await saves.open()) if (save.state === 'saving') await takeUpSave(save);
    await goOn();
  }).catch(report);

  const step = (id: string, event: SaveEvent): Promise<Save | undefined> =>
    saves.update(id, (save) => saveStep(save, event, now()));

  /** What a worker that died had asked the browser for, without hearing of it. */
  async function takeUpStarts(): Promise<void> {
    for (const save of await saves.open())
      if (save.state === 'starting' && !unanswered.has(save.id)) await takeUpStart(save);
  }

  async function takeUpStart(save: SaveIn<'starting'>): Promise<void> {
    const others = (await saves.open()).flatMap((each) =>
      each.state === 'saving' ? [each.downloadId] : [],
    );
    const item = (await downloads.newest()).find(
      (each) => !others.includes(each.id) && isOf(save, each),
    );
    if (item) {
      const next = await step(save.id, { type: 'started', downloadId: item.id });
      if (next?.state === 'saving') await takeUpSave(next);
    } else if (Math.abs(now() - save.startedAt) >= LISTED_WITHIN_MS)
      await step(save.id, { type: 'not-begun' });
  }

  async function takeUpSave(save: SaveIn<'saving'>): Promise<void> {
    const item = await downloads.get(save.downloadId);
    if (!item || !isOf(save, item)) await step(save.id, { type: 'lost' });
    else if (item.state !== 'in_progress') await end(save, item);
  }

  async function end(save: SaveIn<'saving'>, item: Download): Promise<void> {
    for (const mime of [...(typesOf.get(item.id) ?? []), item.type])
      await step(save.id, { type: 'typed', mime });
    typesOf.delete(item.id);
    const after = await step(save.id, endOf(item));
    downloads.release(item.id);
    // Gone with the records of its job: the file itself is the user's.
    if (after !== undefined && after.state !== 'saved') await downloads.discard(item.id);
  }

  /** Begins what waits, in its order, as many as may be under way; then tells what broke. */
  async function goOn(): Promise<void> {
    await takeUpStarts();
    const tried = new Set<string>();
    for (;;) {
      const open = await saves.open();
      const next = open.find((save) => save.state === 'requested' && !tried.has(save.id));
      const busy = open.filter(({ state }) => state !== 'requested').length;
      if (next?.state !== 'requested' || busy >= AT_ONCE) {
        await ports.stayDue(open.length > 0);
        break;
      }
      tried.add(next.id);
      await start(next);
    }
    await tell();
  }

  async function start(save: SaveIn<'requested'>): Promise<void> {
    const { id } = save;
    const found = await ports.find(save);
    if (!found.ok) {
      await step(id, { type: 'not-found', fault: found.fault });
      return;
    }
    const { source, path } = found;
    // As the browser writes it.
    const url = typeof source === 'string' ? { url: new URL(source).href } : {};
    const next = await step(id, { type: 'start', path, ...url });
    if (next?.state !== 'starting') return;
    unanswered.add(id);
    // Not awaited: a server that is slow to answer holds no other file.
    void downloads
      .start(source, path)
      .catch((error: unknown) => {
        warn('save', error);
        return undefined;
      })
      .then((downloadId) => runExclusive(() => answered(id, downloadId)))
      .catch(report);
  }

  async function answered(id: string, downloadId: number | undefined): Promise<void> {
    unanswered.delete(id);
    if (downloadId === undefined) await step(id, { type: 'not-started' });
    else {
      await step(id, { type: 'started', downloadId });
      if (endedEarly.has(downloadId)) await ended(downloadId, endedEarly.get(downloadId));
    }
    if (unanswered.size === 0) forgetOthers();
    await goOn();
  }

  function forgetOthers(): void {
    for (const id of endedEarly.keys()) typesOf.delete(id);
    endedEarly.clear();
  }

  async function tell(): Promise<void> {
    const notNotified = await saves.notNotified();
    if (notNotified.length === 0) return;
    // Told or refused by the system: it is not tried for ever.
    await ports.tell(notNotified).catch(report);
    for (const { id } of notNotified) await step(id, { type: 'told' });
  }

  async function ended(id: number, error?: string): Promise<void> {
    const open = await saves.open();
    const save = open.find((each) => each.state === 'saving' && each.downloadId === id);
    if (save?.state !== 'saving') {
      // Of somebody else, unless its id is still to come.
      endedEarly.set(id, error);
      if (unanswered.size === 0) forgetOthers();
      return;
    }
    const item = await downloads.get(id);
    if (item) await end(save, item);
    else {
      // The entry was removed since: what the change said of it is still true.
      typesOf.delete(id);
      await step(save.id, error === undefined ? { type: 'lost' } : { type: 'interrupted', error });
      downloads.release(id);
    }
    await goOn();
  }

  let isDue = false;
  function look(): void {
    if (isDue) return;
    isDue = true;
    void runExclusive(async () => {
      isDue = false;
      await goOn();
    }).catch(report);
  }

  return {
    async saveAll(wanted) {
      await begun;
      await saves.request(wanted);
      look();
    },
    look,
    follow({ id, types, hasEnded, error }) {
      // Kept at once: what the last worker left behind may end with this very change.
      if (types.length > 0) typesOf.set(id, [...(typesOf.get(id) ?? []), ...types]);
      if (hasEnded) void runExclusive(() => ended(id, error)).catch(report);
    },
  };
}

const report = (error: unknown): void => warn('saver', error);

const endOf = ({ state, bytes, file, error }: Download): SaveEvent =>
  state === 'complete'
    ? { type: 'complete', bytes, path: nameOf(file) }
    : { type: 'interrupted', error: error ?? '' };

/**
 * Whether a download is the one that was begun for a save: of its time and its URL. What came inside
 * an answer has no URL, and a name instead, which the browser gives a download some time later.
 */
function isOf(save: SaveIn<'starting' | 'saving'>, download: Download): boolean {
  const { startedAt, file, url } = download;
  if (startedAt < save.startedAt - CLOCKS_MS) return false;
  if (save.url !== undefined) return url === save.url;
  if (/^https?:/.test(url)) return false;
  const [asked, got] = [nameOf(save.path), nameOf(file)];
  // The browser numbers a name that exists: Witch (1).mp4.
  return got === '' || got === asked || got.replace(NUMBER, '') === asked;
}

const NUMBER = / \(\d+\)(?=\.[^.]*$)/;

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
