import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
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

const sample = (version: number): Sample =>
  JSON.parse(
    readFileSync(new URL(`../../samples/records/version-${version}.json`, import.meta.url), 'utf8'),
  );

describe.each(VERSIONS.map(({ version }) => version))('records of version %i', (version) => {
  it('walk through every later version and still parse', async () => {
    const { jobs, ledger, media, saves = [] } = sample(version);
    const name = `versions-${version}`;
    const old = new Dexie(name);
    for (const each of VERSIONS)
      if (each.version <= version) old.version(each.version).stores(each.tables);
    await old.table('jobs').bulkAdd(jobs);
    await old.table('ledger').bulkAdd(ledger);
    await old.table('media').bulkAdd(media);
    if (saves.length > 0) await old.table('saves').bulkAdd(saves);
    old.close();

    const db = new Database(name);
    const states = (await db.jobs.toArray()).map((job) => jobSchema.parse(job).state);
    expect(states.sort()).toEqual([
      'cancelled',
      'done',
      'failed',
      'running',
      'submitting',
      'unknown',
      'waiting',
    ]);
    for (const entry of await db.ledger.toArray()) expect(ledgerSchema.parse(entry)).toEqual(entry);
    for (const each of await db.media.toArray()) expect(mediaSchema.parse(each)).toEqual(each);
    for (const each of await db.saves.toArray()) expect(saveSchema.parse(each)).toEqual(each);
    expect(await db.saves.count()).toBe(saves.length);
    expect(await db.ledger.count()).toBe(ledger.length);
    expect(await db.media.count()).toBe(media.length);
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
