import { readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { draftSchema } from '@/lib/drafts/draft';
import { recentSchema } from '@/lib/drafts/recent';
import { mediaSchema } from '@/lib/flow/media';
import { learnedModelsSchema } from '@/lib/flow/models';
import { holdSchema } from '@/lib/jobs/hold';
import { jobSchema } from '@/lib/jobs/job';
import { pageJobSchema } from '@/lib/jobs/page-job';
import { saveSchema } from '@/lib/jobs/save';
import { ledgerSchema } from '@/lib/ledger/ledger';
import { Database } from '@/lib/storage/database';
import { settingsSchema } from '@/lib/storage/items';
import { VERSIONS } from '@/lib/storage/versions';
import { TABLES, tableOf } from '../../fakes/table-of';

interface Sample {
  readonly jobs: object[];
  readonly ledger: object[];
  readonly media: object[];
  readonly saves?: object[];
  readonly pageJobs?: object[];
  readonly items: {
    settings: Record<string, unknown>;
    draft: { draft: object };
    hold: object;
    models: object;
    recent?: object;
  };
}

/** Tables with the paths of their keys and indexes, as Dexie 4.4.7 made them, by IndexedDB's version. */
type Layout = Record<
  string,
  { readonly key: string; readonly indexes: Record<string, string | string[]> }
>;

const layouts: Record<string, Layout> = JSON.parse(
  readFileSync(new URL('../../samples/layouts.json', import.meta.url), 'utf8'),
);
/** What came after Dexie: version 4 has changed no table. */
const LATER: Record<number, Layout> = {
  5: { pageJobs: { key: 'id', indexes: { state: 'state', createdAt: 'createdAt' } } },
};

const layoutOf = (version: number): Layout => ({
  ...layouts[Math.min(version, 3) * 10],
  ...(version >= 5 && LATER[5]),
});

/** Makes a database as that version of the extension has left it. */
async function makeOld(
  name: string,
  version: number,
  records: Record<string, readonly object[]>,
): Promise<void> {
  const old = await openDB(name, version * 10, {
    upgrade(connection) {
      for (const [table, { key, indexes }] of Object.entries(layoutOf(version))) {
        const made = connection.createObjectStore(table, { keyPath: key });
        for (const [index, path] of Object.entries(indexes)) made.createIndex(index, path);
      }
    },
  });
  for (const [table, rows] of Object.entries(records))
    for (const row of rows) await old.add(table, row);
  old.close();
}

/** What version 4 calls what records said by other names before. */
const RENAMED: Record<string, Record<string, string>> = {
  media: { address: 'url', addressExpiresAt: 'urlExpiresAt', place: 'position' },
  saves: { address: 'url', isTold: 'isNotified' },
};

const asOfNow = (table: string, record: object): object =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [RENAMED[table]?.[name] ?? name, value]),
  );

const NO_RECORDS = {
  jobs: [],
  ledger: [],
  media: [],
  files: [],
  pictures: [],
  strips: [],
  saves: [],
  pageJobs: [],
  quarantine: [],
};

/** The version of a database as IndexedDB has it, and all that its tables are. */
async function lookAt(name: string): Promise<unknown> {
  const connection = await openDB(name);
  const { version, objectStoreNames } = connection;
  const tables = [...objectStoreNames].map((table) => {
    const { store } = connection.transaction(table);
    const indexes = [...store.indexNames].map((each) => {
      const { keyPath, unique, multiEntry } = store.index(each);
      return [each, { keyPath, unique, multiEntry }];
    });
    const { keyPath, autoIncrement } = store;
    return [table, { keyPath, autoIncrement, indexes: Object.fromEntries(indexes) }];
  });
  connection.close();
  return { version, tables: Object.fromEntries(tables) };
}

const sample = (version: number): Sample =>
  JSON.parse(
    readFileSync(new URL(`../../samples/records/version-${version}.json`, import.meta.url), 'utf8'),
  );

/** The records of a version by their tables, those that it had. */
function recordsOf(version: number): Record<string, object[]> {
  const { jobs, ledger, media, saves = [], pageJobs = [] } = sample(version);
  return {
    ...{ jobs, ledger, media },
    ...(version >= 3 && { saves }),
    ...(version >= 5 && { pageJobs }),
  };
}

describe.each(VERSIONS.map(({ version }) => version))('records of version %i', (version) => {
  it('walk through every later version and still parse', async () => {
    const { saves = [], pageJobs = [], ledger, media } = sample(version);
    const name = `versions-${version}`;
    await makeOld(name, version, recordsOf(version));

    const db = new Database(name);
    const states = (await tableOf(db, 'jobs').all()).map((job) => jobSchema.parse(job).state);
    expect(states.sort()).toEqual([
      'cancelled',
      'done',
      'failed',
      'running',
      'submitting',
      'unknown',
      'waiting',
    ]);
    for (const entry of await tableOf(db, 'ledger').all())
      expect(ledgerSchema.parse(entry)).toEqual(entry);
    for (const each of await tableOf(db, 'media').all())
      expect(mediaSchema.parse(each)).toEqual(each);
    for (const each of await tableOf(db, 'saves').all())
      expect(saveSchema.parse(each)).toEqual(each);
    for (const each of await tableOf(db, 'pageJobs').all())
      expect(pageJobSchema.parse(each)).toEqual(each);
    expect(await tableOf(db, 'pageJobs').count()).toBe(pageJobs.length);
    expect(await tableOf(db, 'saves').count()).toBe(saves.length);
    expect(await tableOf(db, 'ledger').count()).toBe(ledger.length);
    expect(await tableOf(db, 'media').count()).toBe(media.length);
    await db.close();
  });

  it('lie in a database that becomes exactly like a new one', async () => {
    const [name, fresh] = [`becomes-${version}`, `fresh-${version}`];
    const records = recordsOf(version);
    await makeOld(name, version, records);
    for (const each of [name, fresh]) {
      const db = new Database(each);
      await tableOf(db, 'jobs').count();
      await db.close();
    }
    expect(await lookAt(name)).toEqual(await lookAt(fresh));
    const db = new Database(name);
    for (const table of TABLES) {
      const before: object[] = { ...NO_RECORDS, ...records }[table];
      expect(await tableOf(db, table).all(), table).toEqual(
        expect.arrayContaining(before.map((record) => asOfNow(table, record))),
      );
      expect(await tableOf(db, table).count(), table).toBe(before.length);
    }
    await db.close();
  });

  it('of the browser’s storage still parse', () => {
    const { items } = sample(version);
    const { wishLimit, ...settings } = items.settings;
    expect(settingsSchema.parse(items.settings)).toEqual(
      wishLimit === undefined ? settings : { ...settings, batchLimit: wishLimit },
    );
    expect(draftSchema.parse(items.draft.draft)).toEqual(items.draft.draft);
    expect(holdSchema.parse(items.hold)).toEqual(items.hold);
    expect(learnedModelsSchema.parse(items.models)).toEqual(items.models);
    if (items.recent) expect(recentSchema.parse(items.recent)).toEqual(items.recent);
  });
});

it('versions go up one by one and are never changed once they were published', () => {
  expect(VERSIONS.map(({ version }) => version)).toEqual(VERSIONS.map((_, index) => index + 1));
  expect(VERSIONS[1]).toMatchInlineSnapshot(`
    {
      "tables": {
        "jobs": "id, state, batchId, createdAt, sentAt, againOf, result.mediaId, sourceId, changedAt, [state+endedAt], [request.action+state+endedAt]",
        "strips": "id",
      },
      "version": 2,
    }
  `);
  expect(VERSIONS[0]).toMatchInlineSnapshot(`
    {
      "tables": {
        "files": "jobId",
        "jobs": "id, state, batchId, createdAt, sentAt, againOf, result.mediaId",
        "ledger": "id, jobId, at",
        "media": "id, key, projectId",
        "pictures": "mediaId",
        "quarantine": "id",
      },
      "version": 1,
    }
  `);
});

it('a record that is none goes through the renaming of its fields as it is', async () => {
  const odd = { id: 'odd', address: 7, place: null, prompt: ['not', 'a', 'text'] };
  await makeOld('odd', 3, { media: [odd] });
  const db = new Database('odd');
  const { address: url, place: position, ...rest } = odd;
  expect(await tableOf(db, 'media').all()).toEqual([{ ...rest, url, position }]);
  await db.close();
});

it('a database whose records cannot be renamed stays as it was, and is asked again', async () => {
  const old = { id: 'one', address: 'https://flow-content.google/video/one' };
  await makeOld('refused', 3, { media: [old] });
  const update = vi.spyOn(IDBCursor.prototype, 'update').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const db = new Database('refused');
  await expect(tableOf(db, 'media').all()).rejects.toThrow();
  update.mockRestore();
  expect(await tableOf(db, 'media').all()).toEqual([{ id: old.id, url: old.address }]);
  await db.close();
});

it('a new database is laid out as Dexie laid it out, with the tables since, at ten times its version', async () => {
  const db = new Database('new');
  await tableOf(db, 'jobs').count();
  await db.close();
  const tables = Object.entries(layoutOf(VERSIONS.length)).map(([table, { key, indexes }]) => [
    table,
    {
      keyPath: key,
      autoIncrement: false,
      indexes: Object.fromEntries(
        Object.entries(indexes).map(([index, keyPath]) => [
          index,
          { keyPath, unique: false, multiEntry: false },
        ]),
      ),
    },
  ]);
  expect(await lookAt('new')).toEqual({
    version: VERSIONS.length * 10,
    tables: Object.fromEntries(tables),
  });
});
