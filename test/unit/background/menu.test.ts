import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type MenuUses, startMenu } from '@/lib/background/menu';
import { priceMenu } from '@/lib/background/menu-entries';
import { notifySent } from '@/lib/background/take-back';
import { notify } from '@/lib/browser/notifications';
import { openComposer } from '@/lib/browser/surfaces';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { openTab, patchTab } from '@/lib/session/tab-registry';
import { Database } from '@/lib/storage/database';
import { learnedModels } from '@/lib/storage/items';
import { createJobStore } from '@/lib/storage/job-store';
import { createLibrary } from '@/lib/storage/library';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { clip, PROJECT } from '../../samples/jobs';

type Click = (entryId: string, url: string | undefined, tabId: number) => void;
const menus = vi.hoisted(() => ({ click: undefined as Click | undefined }));
vi.mock('@/lib/browser/menus', () => ({
  onMenu: (clicked: Click) => {
    menus.click = clicked;
  },
  nameMenu: async () => undefined,
  setMenus: async () => undefined,
}));
vi.mock('@/lib/browser/surfaces', () => ({ openComposer: vi.fn(async () => true) }));
vi.mock('@/lib/background/take-back', { spy: true });
vi.mock('@/lib/browser/notifications', { spy: true });
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'lang' ? 'en' : key) } }));

const access = { isGiven: true };
const db = new Database('menu');
const [store, library] = [createJobStore(db), createLibrary(db)];
const uses = {
  store,
  library,
  runner: { wake: () => undefined, ports: { hasSiteAccess: async () => access.isGiven } },
  looked: { note: () => undefined },
  ready: Promise.resolve(),
  now: () => 5000,
} as unknown as MenuUses;
const url = `https://flow-content.google/video/${clip(1).key}`;

beforeEach(async () => {
  fakeBrowser.reset();
  access.isGiven = true;
  vi.mocked(openComposer).mockClear();
  vi.mocked(notifySent).mockReset();
  await tableOf(db, 'jobs').clear();
  await library.remember([clip(1)]);
  await openTab({ site: 'labs.google', tabId: 1, sessionId: ';1', seenAt: 1, projectId: PROJECT });
  await patchTab(1, { account: 'ada', signedIn: true, tier: 'pro' });
  await priceMenu('pro', NOTHING_LEARNED);
  startMenu(uses);
});

it('the menu sends at the price that its entry says', async () => {
  menus.click?.('upscale', url, 1);
  await eventually(async () => expect(await store.open()).toHaveLength(1));
  expect(openComposer).not.toHaveBeenCalled();
});

it('the menu names what it has sent, which waits as long as there is between two jobs', async () => {
  menus.click?.('upscale', url, 1);
  await eventually(() => expect(notifySent).toHaveBeenCalledOnce());
  const [job] = await store.open();
  expect(notifySent).toHaveBeenCalledWith(job?.batchId);
  expect(job).toMatchObject({ state: 'waiting', notBefore: 5000 + 10_000 });
});

it('the menu sends nothing at another price than its entry said, and shows that price', async () => {
  await learnedModels.set({ ...NOTHING_LEARNED, prices: { veo_2_1080p_upsampler_8s: 50 } });
  menus.click?.('upscale', url, 1);
  await eventually(() => expect(openComposer).toHaveBeenCalledOnce());
  expect(await store.open()).toEqual([]);
});

it('the menu does nothing but say so while the browser keeps us from Flow’s sites', async () => {
  access.isGiven = false;
  menus.click?.('upscale', url, 1);
  await eventually(() => expect(notify).toHaveBeenCalledWith('name', 'menuNoSites'));
  expect(await store.open()).toEqual([]);
  expect(openComposer).not.toHaveBeenCalled();
});
