import { beforeEach, expect, it, vi } from 'vitest';
import { createSiteAccess } from '@/components/store/site-access';
import { eventually } from '../../../house/eventually';

const SITES = ['https://labs.google/*', 'https://flow-content.google/*'];
const state = { missing: SITES, agrees: false };
const asked: (readonly string[])[] = [];
const browser = { changed: () => {} };

vi.mock('@/lib/browser/site-access', () => ({
  missingSites: async () => state.missing,
  askForSites: async (sites: readonly string[]) => {
    asked.push(sites);
    return state.agrees;
  },
  onSiteAccess: (changed: () => void) => {
    browser.changed = changed;
  },
}));

beforeEach(() => {
  Object.assign(state, { missing: SITES, agrees: false });
  asked.length = 0;
});

it('what is missing is not known before the browser has said it', async () => {
  const access = createSiteAccess();
  expect(access.missing.value).toBeUndefined();
  await eventually(() => expect(access.missing.value).toEqual(SITES));
});

it('exactly what is missing is asked for, in the click itself', async () => {
  const access = createSiteAccess();
  await eventually(() => expect(access.missing.value).toEqual(SITES));
  access.ask();
  expect(asked).toEqual([SITES]);
});

it('a refusal is said until the sites are given, by whatever way', async () => {
  const access = createSiteAccess();
  await eventually(() => expect(access.missing.value).toEqual(SITES));
  access.ask();
  await eventually(() => expect(access.isRefused.value).toBe(true));
  state.missing = [];
  browser.changed();
  await eventually(() => expect(access.missing.value).toEqual([]));
  expect(access.isRefused.value).toBe(false);
});

it('what is taken back later is missing again', async () => {
  state.missing = [];
  const access = createSiteAccess();
  await eventually(() => expect(access.missing.value).toEqual([]));
  state.missing = ['https://labs.google/*'];
  browser.changed();
  await eventually(() => expect(access.missing.value).toEqual(['https://labs.google/*']));
});
