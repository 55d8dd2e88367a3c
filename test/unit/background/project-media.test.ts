import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { projectMedia } from '@/lib/background/project-media';
import { encodeMediaId } from '@/lib/flow/media-id';
import type { PageQuestion } from '@/lib/messaging/protocol';
import { openTab, patchTab } from '@/lib/session/tab-registry';
import { Database } from '@/lib/storage/database';
import { createLibrary } from '@/lib/storage/library';
import { PROJECT, uuid } from '../../samples/jobs';

const ask = vi.hoisted(() => vi.fn<(tab: number, question: PageQuestion) => Promise<string>>());
vi.mock('@/lib/messaging/client', () => ({ askPage: ask }));

const entry = (n: number) => ({
  mediaGenerationId: { projectId: PROJECT, mediaKey: uuid(n) },
  mediaData: {
    videoData: {
      generatedVideo: {
        mediaGenerationId: encodeMediaId({
          kind: 'video',
          projectId: PROJECT,
          workflowId: uuid(n),
          mediaKey: uuid(n),
        }),
      },
    },
  },
});
const page = (nextPageToken: string | null, ...numbers: number[]) =>
  JSON.stringify({
    result: {
      data: {
        json: {
          result: {
            workflows: [{ workflowSteps: [{ mediaGenerations: numbers.map(entry) }] }],
            nextPageToken,
          },
        },
      },
    },
  });
const library = createLibrary(new Database('project-media'));
const usesAt = (now: number) =>
  ({ library, now: () => now }) as unknown as Parameters<typeof projectMedia>[0];
const read = () => projectMedia(usesAt(1000), 'ada', PROJECT);

beforeEach(async () => {
  fakeBrowser.reset();
  ask.mockReset();
  await openTab({ site: 'labs.google', tabId: 1, sessionId: ';1', seenAt: 1, projectId: PROJECT });
  await patchTab(1, { account: 'ada', signedIn: true, silentAt: undefined });
});

it('a project’s list is read page by page, in its order', async () => {
  ask.mockResolvedValueOnce(page('two', 1, 2)).mockResolvedValueOnce(page(null, 3));
  const media = await read();
  expect(media?.map(({ key, position }) => [key, position])).toEqual([
    [uuid(1), 0],
    [uuid(2), 1],
    [uuid(3), 2],
  ]);
  expect(ask.mock.calls.map(([, question]) => question)).toEqual([
    { about: 'project', projectId: PROJECT, cursor: null },
    { about: 'project', projectId: PROJECT, cursor: 'two' },
  ]);
});

it('reading a project’s list ends, however long the list is', async () => {
  ask.mockImplementation(async () => page('again', 1));
  await read();
  expect(ask).toHaveBeenCalledTimes(10);
});

it('a clip of a project’s list is what the list says now, with when it was first seen, and not what a page has shown of it', async () => {
  ask.mockResolvedValue(page(null, 40));
  const [listed] = (await read()) ?? [];
  if (!listed) throw new Error('Nothing was read.');
  await library.remember([
    { ...listed, seenAt: 2000, seed: 7, model: 'veo_3_0_reshoot_landscape' },
  ]);
  const [again] = (await projectMedia(usesAt(3000), 'ada', PROJECT)) ?? [];
  expect(again).toMatchObject({ id: listed.id, firstSeenAt: 1000, seenAt: 3000 });
  expect(again?.seed).toBeUndefined();
  expect(again?.model).toBeUndefined();
});

it('what was read of a project’s list stays when a later page of it cannot be read', async () => {
  ask.mockResolvedValueOnce(page('two', 1)).mockRejectedValueOnce(new Error('gone'));
  expect((await read())?.map(({ key }) => key)).toEqual([uuid(1)]);
});

it('a project’s list is unknown without a tab that answers', async () => {
  ask.mockRejectedValue(new Error('gone'));
  expect(await read()).toBeUndefined();
  await patchTab(1, { signedIn: false });
  expect(await read()).toBeUndefined();
});

it('a page that is silent is asked once for its project’s list, and others of the account in its place', async () => {
  await openTab({ site: 'labs.google', tabId: 2, sessionId: ';2', seenAt: 0, projectId: PROJECT });
  await patchTab(2, { account: 'ada', signedIn: true, silentAt: undefined });
  ask.mockImplementation((tab) =>
    tab === 1 ? Promise.reject(new Error('silent')) : Promise.resolve(page(null, 1)),
  );
  for (let time = 0; time < 3; time++)
    expect((await read())?.map(({ key }) => key)).toEqual([uuid(1)]);
  expect(ask.mock.calls.filter(([tab]) => tab === 1)).toHaveLength(1);
});
