import { describe, expect, it } from 'vitest';
import { chooseTab } from '@/components/store/choose-tab';
import type { LiveTab } from '@/lib/storage/items';

const tab = (tabId: number, seenAt: number): LiveTab => ({
  tabId,
  site: 'labs.google',
  seenAt,
  signedIn: true,
  sessionId: ';1',
  pageId: 'page',
});

const both = { 1: tab(1, 100), 2: tab(2, 200) };

describe('the Flow tab in use', () => {
  it('is the one in front', () => {
    expect(chooseTab(both, { active: 1, flow: [1, 2], asleep: [] })).toEqual({
      kind: 'live',
      tab: both[1],
    });
  });

  it('is the one last heard from when another page is in front', () => {
    expect(chooseTab(both, { active: 9, flow: [1, 2], asleep: [] })).toEqual({
      kind: 'live',
      tab: both[2],
    });
  });

  it('must be reloaded when it was there before the extension', () => {
    expect(chooseTab({}, { active: 3, flow: [3], asleep: [] })).toEqual({
      kind: 'stale',
      tabId: 3,
    });
  });

  it('is none without a Flow page', () => {
    expect(chooseTab({}, { active: 9, flow: [], asleep: [] })).toEqual({ kind: 'none' });
  });

  it('is none of ours while Google does not let the account in', () => {
    expect(chooseTab({}, { active: 3, flow: [3], asleep: [] }, 1)).toEqual({
      kind: 'no-access',
    });
    expect(chooseTab(both, { active: 2, flow: [2], asleep: [] }, 1)).toMatchObject({
      kind: 'live',
    });
  });

  it('is one that is awake before one that sleeps', () => {
    const open = { active: 9, flow: [1, 2], asleep: [2] };
    expect(chooseTab(both, open)).toEqual({ kind: 'live', tab: both[1] });
  });

  it.each([
    ['was connected', both, [1, 2]],
    ['comes from before the browser was closed', {}, [1]],
  ])('that sleeps is offered to be woken when it %s', (_, live, asleep) => {
    const open = { active: 9, flow: asleep, asleep };
    expect(chooseTab(live, open, 1)).toMatchObject({
      kind: Object.keys(live).length > 0 ? 'asleep' : 'no-access',
    });
    expect(chooseTab(live, open)).toMatchObject({ kind: 'asleep' });
  });

  it('has moved, once its page has no list of clips any more', () => {
    const gone = { ...both, 2: { ...both[2], list: 'gone' as const } };
    expect(chooseTab(gone, { active: 2, flow: [2], asleep: [] })).toEqual({
      kind: 'moved',
      projectId: undefined,
    });
    expect(chooseTab(gone, { active: 1, flow: [2], asleep: [] })).toMatchObject({ kind: 'live' });
  });
});
