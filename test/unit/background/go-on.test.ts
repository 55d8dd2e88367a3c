import { beforeEach, expect, it } from 'vitest';
import { type GoOnUses, goOn } from '@/lib/background/go-on';
import { Database } from '@/lib/storage/database';
import { createJobStore } from '@/lib/storage/job-store';
import { createLibrary } from '@/lib/storage/library';
import { allPageJobs, createPageJobStore } from '@/lib/storage/page-job-store';
import { tableOf } from '../../fakes/table-of';
import { ACCOUNT, clip, JOBS, PROJECT, uuid, waiting } from '../../samples/jobs';

const db = new Database('go-on');
const store = createJobStore(db);
const library = createLibrary(db);
let isMoved = true;
const uses = {
  ...{ store, library, pageJobs: createPageJobStore(db), now: () => 5000 },
  runner: { ports: { jobs: store, now: () => 5000, session: { isMoved: async () => isMoved } } },
} as unknown as GoOnUses;

const extend = (n: number) => {
  const job = waiting(n);
  const { move: _, ...common } = { move: undefined, ...job.request };
  return {
    ...job,
    request: {
      ...common,
      action: 'extend' as const,
      mediaId: clip(1).id,
      prompt: 'The lamps go out',
      startFrameIndex: 168,
      endFrameIndex: 191,
    },
  };
};

beforeEach(async () => {
  isMoved = true;
  for (const table of ['jobs', 'pageJobs'] as const) await tableOf(db, table).clear();
  await library.remember([clip(1)]);
});

it('a waiting job of a moved account is cancelled, and waits for a press in Flow in its place', async () => {
  await store.add([extend(1)]);
  expect(await goOn(uses, [uuid(1)])).toEqual({ jobs: 1 });
  expect((await store.get(uuid(1)))?.state).toBe('cancelled');
  expect(await allPageJobs(db)).toMatchObject([
    {
      ...{ state: 'prepared', action: 'extend', account: ACCOUNT, projectId: PROJECT },
      // There the clip is known by its key.
      ...{ prompt: 'The lamps go out', sourceIds: [clip(1).key] },
    },
  ]);
});

it('pressed twice, it is prepared once', async () => {
  await store.add([extend(1)]);
  await Promise.all([goOn(uses, [uuid(1)]), goOn(uses, [uuid(1)])]);
  expect(await allPageJobs(db)).toHaveLength(1);
});

it.each([
  ['a reshoot, which is not offered there', waiting(2)],
  ['one that runs', { ...JOBS.running, id: uuid(2) }],
])('%s goes on as it is', async (_, job) => {
  await tableOf(db, 'jobs').put([job]);
  expect(await goOn(uses, [job.id])).toEqual({ jobs: 0 });
  expect((await store.get(job.id))?.state).toBe(job.state);
  expect(await allPageJobs(db)).toEqual([]);
});

it('a job whose account has not moved is left alone', async () => {
  isMoved = false;
  await store.add([extend(1)]);
  expect(await goOn(uses, [uuid(1)])).toEqual({ jobs: 0 });
  expect((await store.get(uuid(1)))?.state).toBe('waiting');
});
