import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isVisible, openComposer } from '@/lib/browser/surfaces';

interface Context {
  readonly contextType: 'POPUP' | 'SIDE_PANEL' | 'TAB' | 'BACKGROUND';
  readonly tabId: number;
  readonly windowId: number;
}
interface Filter {
  readonly contextTypes: readonly string[];
  readonly windowIds?: readonly number[];
}

const state = { popupRefused: false, panelRefused: false, contexts: [] as Context[] };
const opened: string[] = [];
const open = (what: string, isRefused = false) => {
  if (isRefused) throw new Error('not by a click');
  opened.push(what);
};

vi.mock('@/lib/browser/browser', () => ({
  browser: {
    action: { openPopup: async () => open('popup', state.popupRefused) },
    sidePanel: { open: async () => open('side panel', state.panelRefused) },
    sidebarAction: { open: async () => open('sidebar') },
    runtime: {
      getURL: (path: string) => path,
      getContexts: async ({ contextTypes, windowIds }: Filter) =>
        state.contexts.filter(
          (each) =>
            contextTypes.includes(each.contextType) &&
            (windowIds === undefined || windowIds.includes(each.windowId)),
        ),
    },
    tabs: {
      get: async (id: number) => ({ id, windowId: 7, active: true }),
      create: async () => open('tab'),
    },
    windows: { get: async () => ({ state: 'normal' }), create: async () => open('window') },
  },
}));

beforeEach(() => {
  opened.length = 0;
  Object.assign(state, { popupRefused: false, panelRefused: false, contexts: [] });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const panel: Context = { contextType: 'SIDE_PANEL', tabId: -1, windowId: 7 };

describe('the composer', () => {
  it('opens as the popup where the browser lets it', async () => {
    expect(await openComposer(5)).toBe(true);
    expect(opened).toEqual(['popup']);
  });

  it('is not opened twice where the sidebar of that window shows it', async () => {
    Object.assign(state, { popupRefused: true, contexts: [panel] });
    expect(await openComposer(5)).toBe(true);
    expect(opened).toEqual([]);
  });

  it('opens in Chromium’s side panel where the popup is refused', async () => {
    Object.assign(state, { popupRefused: true });
    await openComposer(5);
    expect(opened).toEqual(['side panel']);
  });

  it('opens in a tab of Firefox, which lets nothing but a click open its sidebar', async () => {
    vi.stubEnv('FIREFOX', 'true');
    Object.assign(state, { popupRefused: true });
    await openComposer(5);
    expect(opened).toEqual(['tab']);
  });
});

it('a sidebar is seen, the background is not', async () => {
  expect(await isVisible()).toBe(false);
  state.contexts = [{ contextType: 'BACKGROUND', tabId: -1, windowId: -1 }];
  expect(await isVisible()).toBe(false);
  state.contexts = [panel];
  expect(await isVisible()).toBe(true);
});
