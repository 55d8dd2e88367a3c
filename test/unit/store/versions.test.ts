import { readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { mediaSchema } from '@/lib/flow/media';
import { learnedModelsSchema } from '@/lib/flow/models';
import { draftSchema } from '@/lib/job/draft';
import { holdSchema } from '@/lib/job/hold';
import { jobSchema } from '@/lib/job/job';
import { ledgerSchema } from '@/lib/job/ledger';
import { recentSchema } from '@/lib/job/recent';
import { saveSchema } from '@/lib/job/save';
import { Database } from '@/lib/store/database';
import { settingsSchema } from '@/lib/store/items';
import { VERSIONS } from '@/lib/store/versions';
import { TABLES, tableOf } from '../../fakes/table-of';

interface Sample {
  readonly jobs: object[];
  readonly ledger: object[];
  readonly media: object[];
  readonly saves?: object[];
  readonly items: {
    settings: object;
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
const layoutOf = (version: number): Layout => layouts[version * 10] ?? {};

/** Makes a database as a version of the extension that had Dexie has left it. */
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

const NO_RECORDS = {
  jobs: [],
  ledger: [],
  media: [],
  files: [],
  pictures: [],
  strips: [],
  saves: [],
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

describe.each(VERSIONS.map(({ version }) => version))('records of version %i', (version) => {
  it('walk through every later version and still parse', async () => {
    const { jobs, ledger, media, saves = [] } = sample(version);
    const name = `versions-${version}`;
    await makeOld(name, version, { jobs, ledger, media, ...(version >= 3 && { saves }) });

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
    expect(await tableOf(db, 'saves').count()).toBe(saves.length);
    expect(await tableOf(db, 'ledger').count()).toBe(ledger.length);
    expect(await tableOf(db, 'media').count()).toBe(media.length);
    await db.close();
  });

  it('lie in a database that becomes exactly like a new one', async () => {
    const { jobs, ledger, media, saves = [] } = sample(version);
    const [name, fresh] = [`becomes-${version}`, `fresh-${version}`];
    const records = { jobs, ledger, media, ...(version >= 3 && { saves }) };
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
      expect(await tableOf(db, table).all(), table).toEqual(expect.arrayContaining(before));
      expect(await tableOf(db, table).count(), table).toBe(before.length);
    }
    await db.close();
  });

  it('of the browser’s storage still parse', () => {
    const { items } = sample(version);
    expect(settingsSchema.parse(items.settings)).toEqual(items.settings);
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

it('a new database is laid out as Dexie laid it out, at ten times its version', async () => {
  const db = new Database('new');
  await tableOf(db, 'jobs').count();
  await db.close();
  const tables = Object.entries(layoutOf(3)).map(([table, { key, indexes }]) => [
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
  expect(await lookAt('new')).toEqual({ version: 30, tables: Object.fromEntries(tables) });
});
