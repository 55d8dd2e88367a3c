import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSidePanelByKeys } from '@/lib/browser/side-panel';

const open = vi.fn(async (_: { windowId: number }) => {});
let press = (_command: string, _tab?: { windowId: number }) => {};

vi.mock('@/lib/browser/browser', () => ({
  browser: {
    commands: {
      onCommand: {
        addListener(listener: typeof press) {
          press = listener;
        },
      },
    },
    sidePanel: { open: (options: { windowId: number }) => open(options) },
  },
}));

describe('the keys of the side panel', () => {
  beforeEach(() => {
    open.mockClear();
    openSidePanelByKeys();
  });

  it('open it at once, in the window of the tab in front', () => {
    press('open-panel', { windowId: 7 });
    expect(open.mock.calls).toEqual([[{ windowId: 7 }]]);
  });

  it('do nothing for another command, or without a window', () => {
    press('something-else', { windowId: 7 });
    press('open-panel');
    expect(open).not.toHaveBeenCalled();
  });
});
