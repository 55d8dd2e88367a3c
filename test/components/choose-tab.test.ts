import { describe, expect, it } from 'vitest';
import { chooseTab } from '@/components/state/choose-tab';
import type { LiveTab } from '@/lib/store/items';

const tab = (tabId: number, seenAt: number): LiveTab => ({
  tabId,
  seenAt,
  signedIn: true,
  sessionId: ';1',
  pageId: 'page',
});

const both = { 1: tab(1, 100), 2: tab(2, 200) };

describe('the Flow tab in use', () => {
  it('is the one in front', () => {
    expect(chooseTab(both, { active: 1, flow: [1, 2] })).toEqual({ kind: 'live', tab: both[1] });
  });

  it('is the one last heard from when another page is in front', () => {
    expect(chooseTab(both, { active: 9, flow: [1, 2] })).toEqual({ kind: 'live', tab: both[2] });
  });

  it('must be reloaded when it was there before the extension', () => {
    expect(chooseTab({}, { active: 3, flow: [3] })).toEqual({ kind: 'stale', tabId: 3 });
  });

  it('is none without a Flow page', () => {
    expect(chooseTab({}, { active: 9, flow: [] })).toEqual({ kind: 'none' });
  });

  it('is none of ours once the account has moved, whatever page is open', () => {
    expect(chooseTab({}, { active: 3, flow: [3] }, 1)).toEqual({ kind: 'moved' });
  });

  it('is the connected one also after a move was seen', () => {
    expect(chooseTab(both, { active: 2, flow: [2] }, 1)).toEqual({ kind: 'live', tab: both[2] });
  });
});
