import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askClip, askFlow, type FlowGoogleUses, readyFlow } from '@/lib/background/flow-google';
import type { PageQuestion } from '@/lib/messaging/protocol';
import { oneTab, openTab, patchTab } from '@/lib/session/tab-registry';
import { callIds } from '@/lib/storage/items';
import { PROJECT } from '../../samples/jobs';

const ask = vi.hoisted(() =>
  vi.fn<(tabId: number, question: PageQuestion) => Promise<string | undefined>>(),
);
vi.mock('@/lib/messaging/client', () => ({ askPage: ask }));
// The menu is the browser's, which the fake one has not.
vi.mock('@/lib/background/menu-entries', () => ({ priceMenu: async () => undefined }));

const NOW = 1_000_000;
let looks = true;
let quiet: { mediaId?: string; heardAt: number }[] = [];
const remember = vi.fn();
const uses = {
  library: { remember, some: async () => new Map() },
  pageJobs: {
    add: vi.fn(),
    prepared: async () => [],
    recognise: vi.fn(),
    hear: vi.fn(),
    see: vi.fn(),
    running: async () => quiet,
  },
  runner: { wake: vi.fn(), hear: vi.fn(), ports: { jobs: { unknown: async () => [] } } },
  looked: { isLooked: async () => looks },
  now: () => NOW,
} as unknown as FlowGoogleUses;

/** An answer of the page to one call. */
const answer = (id: string, payload: unknown) =>
  `)]}'\n\n99\n${JSON.stringify([['wrb.fr', id, JSON.stringify(payload), null, null, null, 'generic']])}`;
const CREDITS = answer('nzlxg', [840, 1, 2, 3, null, 840]);

const asked = () => ask.mock.calls.map(([, { about }]) => about);

beforeEach(async () => {
  fakeBrowser.reset();
  ask.mockReset();
  looks = true;
  quiet = [];
  await openTab({
    ...{ site: 'flow.google.com', tabId: 1, sessionId: ';1', seenAt: 1 },
    projectId: PROJECT,
  });
  await patchTab(1, { account: 'ada', signedIn: true, silentAt: undefined });
});

describe('a page of flow.google.com', () => {
  it('is asked in its own form, and what it answers is taken in', async () => {
    ask.mockResolvedValue(CREDITS);
    await askFlow(uses, 1, { about: 'balance' });
    expect(await oneTab(1)).toMatchObject({ balance: 840, tier: 'ultra' });
  });

  it('is asked with the ids that it has taught', async () => {
    ask.mockResolvedValueOnce(answer('aBcDe', [840, 1, 2, 3, null, 840]));
    await askFlow(uses, 1, { about: 'balance' });
    expect(await callIds.get()).toEqual({ credits: 'aBcDe' });
    await askFlow(uses, 1, { about: 'balance' });
    expect(ask.mock.lastCall?.[1]).toEqual({ about: 'balance', callIds: { credits: 'aBcDe' } });
  });

  it.each([
    [
      'nobody looks',
      async () => {
        looks = false;
      },
    ],
    ['nobody is signed in', () => patchTab(1, { signedIn: false })],
    ['it has just been asked in vain', () => patchTab(1, { silentAt: NOW - 1, seenAt: NOW - 2 })],
    ['it is of labs.google', () => patchTab(1, { site: 'labs.google' })],
  ])('is asked for nothing where %s', async (_, arrange) => {
    await arrange();
    expect(await askFlow(uses, 1, { about: 'balance' })).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });

  it('that answers as nobody’s is signed out', async () => {
    ask.mockResolvedValue(`)]}'\n\n[["er",null,null,null,null,401,null,null,null,16]]`);
    await askFlow(uses, 1, { about: 'balance' });
    expect(await oneTab(1)).toMatchObject({ signedIn: false, hasRunOut: false });
  });
});

describe('a view of such a page', () => {
  it('has balance, prices and clips asked for, and the last two once', async () => {
    ask.mockImplementation(async (_, { about }) =>
      about === 'balance' ? CREDITS : answer('Zzl0ze', [null, [], [], [], [], null, []]),
    );
    await readyFlow(uses, 1);
    expect(asked()).toEqual(['balance', 'models', 'project']);
    await patchTab(1, { list: 'seen' });
    await readyFlow(uses, 1);
    expect(asked().slice(3)).toEqual(['balance']);
  });

  it('has the states asked for of which the page tells nothing more', async () => {
    await patchTab(1, { list: 'seen', modelsAt: 1 });
    ask.mockResolvedValue(CREDITS);
    const MINUTE = 60_000;
    quiet = [
      { mediaId: 'lone', heardAt: NOW - 2 * MINUTE },
      { mediaId: 'told', heardAt: NOW - MINUTE },
      { heardAt: NOW - 9 * MINUTE },
    ];
    await readyFlow(uses, 1);
    expect(ask.mock.lastCall?.[1]).toMatchObject({ about: 'status', mediaIds: ['lone'] });
    quiet = quiet.slice(1);
    await readyFlow(uses, 1);
    expect(ask.mock.lastCall?.[1]).toMatchObject({ about: 'balance' });
  });

  it('leaves the rest be where the page does not answer', async () => {
    ask.mockRejectedValue(new Error('gone'));
    await readyFlow(uses, 1);
    expect(asked()).toEqual(['balance']);
  });
});

it('a clip is asked for in the pages of flow.google.com, one after another', async () => {
  await openTab({ site: 'labs.google', tabId: 2, sessionId: ';2', seenAt: 9, projectId: PROJECT });
  await patchTab(2, { account: 'ada', signedIn: true, silentAt: undefined });
  ask.mockResolvedValue(undefined);
  expect(await askClip(uses, 'clip')).toBe(false);
  ask.mockResolvedValue(CREDITS);
  expect(await askClip(uses, 'clip')).toBe(true);
  expect(ask.mock.calls.map(([tabId]) => tabId)).toEqual([1, 1]);
});
