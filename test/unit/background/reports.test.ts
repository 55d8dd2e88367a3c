import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createReports } from '@/lib/background/reports';
import type { TakeInUses } from '@/lib/background/take-in';
import { encodeMediaId } from '@/lib/flow/media-id';
import { LEARNED_AT_MOST } from '@/lib/flow/models';
import { reports as messages } from '@/lib/messaging/protocol';
import { tokens } from '@/lib/session/tokens';
import { Database } from '@/lib/storage/database';
import {
  type LiveTab,
  learnedModels,
  leftOut,
  liveTabs,
  pointed,
  projects,
  unknownWords,
} from '@/lib/storage/items';
import { createLibrary } from '@/lib/storage/library';
import { allPageJobs, createPageJobStore } from '@/lib/storage/page-job-store';
import { tableOf } from '../../fakes/table-of';
import { PROJECT, uuid } from '../../samples/jobs';

// The menu is the browser's, which the fake one has not.
vi.mock('@/lib/background/menu-entries', () => ({ priceMenu: async () => undefined }));
vi.mock('@/lib/messaging/client', () => ({ askPage: async () => undefined }));

const db = new Database('reports');
const TAB = { tabId: 1, url: `https://labs.google/fx/tools/flow/project/${PROJECT}` };
const jobs = { unknown: async () => [] };
const wake = vi.fn();
const reports = createReports({
  library: createLibrary(db),
  pageJobs: createPageJobStore(db),
  runner: { wake, hear: vi.fn(), ports: { jobs } },
  now: () => 2000,
} as unknown as TakeInUses);

const TRPC = 'https://labs.google/fx/api/trpc';
const answer = (json: object) => JSON.stringify({ result: { data: { json: { result: json } } } });
const call = (procedure: string, json: object) =>
  reports.call(
    messages.call.schema.parse({
      url: `${TRPC}/${procedure}?input=x`,
      status: 200,
      body: answer(json),
    }),
    TAB,
  );
const apiCall = (path: string, request: object, operations: object[]) =>
  reports.call(
    messages.call.schema.parse({
      url: `https://aisandbox-pa.googleapis.com/v1/${path}`,
      requestBody: JSON.stringify(request),
      status: 200,
      body: JSON.stringify({ operations }),
    }),
    TAB,
  );
const project = (projectId: string, projectTitle: string) =>
  call('project.getProject', { projectId, projectInfo: { projectTitle } });

beforeEach(async () => {
  fakeBrowser.reset();
  await tableOf(db, 'media').clear();
  await tableOf(db, 'pageJobs').clear();
  wake.mockClear();
  await reports.arrived({ openedAt: 1000 }, TAB);
});

describe('what the page tells', () => {
  it('loses none of two things told at once', async () => {
    await Promise.all([
      ...[1, 2, 3].map((n) => project(uuid(n), `Project ${n}`)),
      ...[1, 2, 3].map((tabId) => reports.pointed({ video: `v${tabId}` }, { ...TAB, tabId })),
    ]);
    expect(Object.keys(await projects.get())).toHaveLength(3);
    expect(Object.keys(await pointed.get())).toHaveLength(3);
  });

  it('keeps the newest titles where there are more than anybody has', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => [`p${n}`, 'Old']);
    await projects.set(Object.fromEntries(many));
    await project(PROJECT, 'New');
    const kept = await projects.get();
    expect(Object.keys(kept)).toHaveLength(1000);
    expect(kept).toMatchObject({ [PROJECT]: 'New', p1: 'Old' });
    expect(kept).not.toHaveProperty('p0');
  });

  it('leaves the storage room for what the user wrote, whatever else the page tells', async () => {
    const long = (n: number) => `${n} ${'x'.repeat(19_000)}`;
    const numbers = Array.from({ length: LEARNED_AT_MOST }, (_, n) => n);
    await projects.set({});
    for (const n of numbers.slice(0, 100)) await project(uuid(n), long(n));
    await project(long(1), 'A project of an endless name');
    const creditMapping = { SERVICE_TIER_ENTRY: { cost: 1 } };
    const videoModels = numbers.slice(0, 390).map((n) => ({
      ...{ key: long(n), creditCost: 1, creditMapping, videoGenerationTimeSeconds: 1 },
    }));
    await call('videoFx.getVideoModelConfig', { videoModels });
    const stored = JSON.stringify([await projects.get(), await learnedModels.get()]);
    // The browser gives an extension 10 MB for all; a thousand titles are kept.
    expect(stored.length).toBeLessThan(30_000);
    expect((await projects.get())[uuid(99)]).toMatch(/^99 x{197}$/);
    await project(uuid(7), '🎬'.repeat(300));
    expect((await projects.get())[uuid(7)]).toBe('🎬'.repeat(200));
  });

  it('with names that are not known is counted by them, no more than Flow could have', async () => {
    const statuses = Array.from({ length: 60 }, (_, n) => `MEDIA_GENERATION_STATUS_NEW${n}`);
    for (const status of [...statuses, ...statuses.slice(50)])
      await apiCall('video:batchCheckAsyncVideoGenerationStatus', {}, [
        { operation: { name: 'op' }, status },
      ]);
    const counted = Object.entries(await unknownWords.get());
    expect(counted).toHaveLength(50);
    expect(counted.at(-1)).toEqual(['MEDIA_GENERATION_STATUS_NEW59', 2]);
  });

  it('of what it starts is kept for its account, heard to the end, and asks for nothing', async () => {
    const submit = (name: string) =>
      apiCall(
        'video:batchAsyncGenerateVideoText',
        { requests: [{ textInput: { prompt: 'A kite' } }] },
        [{ operation: { name }, status: 'MEDIA_GENERATION_STATUS_PENDING' }],
      );
    await submit('nobody');
    expect(await allPageJobs(db)).toEqual([]);
    const [tab] = Object.values(await liveTabs.get());
    await liveTabs.set({ 1: { ...tab, account: 'ada', tier: 'pro' } as LiveTab });
    await submit('op');
    expect(await allPageJobs(db)).toMatchObject([
      {
        ...{ id: 'op', batchId: 'op', account: 'ada', projectId: PROJECT, action: 'text' },
        ...{ title: 'A kite', prompt: 'A kite', state: 'running', createdAt: 2000 },
      },
    ]);
    await apiCall('video:batchCheckAsyncVideoGenerationStatus', {}, [
      { operation: { name: 'op' }, status: 'MEDIA_GENERATION_STATUS_FAILED' },
    ]);
    expect(await allPageJobs(db)).toMatchObject([{ id: 'op', state: 'failed' }]);
    expect(wake).toHaveBeenCalledTimes(0);
  });

  it('of several that it starts in one call stays in the order of the call', async () => {
    const [tab] = Object.values(await liveTabs.get());
    await liveTabs.set({ 1: { ...tab, account: 'ada' } as LiveTab });
    const names = ['d', 'a', 'c', 'b'];
    await apiCall(
      'video:batchAsyncGenerateVideoText',
      { requests: names.map(() => ({ textInput: { prompt: 'A kite' } })) },
      names.map((name) => ({ operation: { name }, status: 'MEDIA_GENERATION_STATUS_PENDING' })),
    );
    const kept = await allPageJobs(db);
    expect(kept.map(({ id }) => id).toReversed()).toEqual(names);
    expect(new Set(kept.map(({ batchId }) => batchId))).toEqual(new Set(['d']));
  });

  /** Any text, among them some that are far too long. */
  const text = fc.oneof(
    fc.string(),
    fc.nat({ max: 60_000 }).map((length) => 'x'.repeat(length)),
  );
  const number = fc.oneof(fc.double(), fc.integer(), fc.constant(Number.POSITIVE_INFINITY));
  const model = fc.record({ key: text, creditCost: number, videoGenerationTimeSeconds: number });
  const generation = fc
    .tuple(fc.nat({ max: 50 }), text, text, text, text)
    .map(([n, prompt, name, mediaTitle, url]) => ({
      mediaGenerationId: { projectId: PROJECT, mediaKey: uuid(n) },
      mediaData: {
        videoData: {
          generatedVideo: {
            prompt,
            model: name,
            mediaGenerationId: encodeMediaId({
              kind: 'video',
              projectId: PROJECT,
              workflowId: uuid(n),
              mediaKey: uuid(n),
            }),
          },
          fifeUri: `https://flow-content.google/video/${uuid(n)}?x=${encodeURI(url)}`,
        },
      },
      mediaExtraData: { mediaTitle },
    }));

  it('is stored within bounds, whatever a script of the page makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.array(model, { maxLength: 30 }),
        fc.array(generation, { maxLength: 5 }),
        number,
        async (projectId, title, videoModels, mediaGenerations, credits) => {
          await project(projectId, title);
          await call('videoFx.getVideoModelConfig', { videoModels });
          await call('project.searchProjectWorkflows', {
            workflows: [{ workflowSteps: [{ mediaGenerations }] }],
          });
          await reports.call(
            messages.call.schema.parse({
              url: 'https://aisandbox-pa.googleapis.com/v1/credits',
              authorization: `Bearer ${title}`,
              requestBody: JSON.stringify({ clientContext: { sessionId: title } }),
              status: 200,
              body: JSON.stringify({ credits, userPaygateTier: title }),
            }),
            TAB,
          );
          const stored = [await projects.get(), await liveTabs.get(), await tokens.get()];
          expect(longest([...stored, await tableOf(db, 'media').all()])).toBeLessThanOrEqual(
            20_000,
          );
          const learned = await learnedModels.get();
          expect(longest(learned)).toBeLessThanOrEqual(20_010);
          for (const table of Object.values(learned))
            expect(Object.keys(table ?? {}).length).toBeLessThanOrEqual(LEARNED_AT_MOST);
          expect(Object.keys(await leftOut.get())).toHaveLength(3);
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** The longest text anywhere in a value, its names among them. UTF-16 units. */
function longest(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(
    0,
    ...Object.entries(value).map(([key, of]) => Math.max(key.length, longest(of))),
  );
}
