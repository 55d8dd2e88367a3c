import { createRequire } from 'node:module';
import { beforeEach, expect, it, vi } from 'vitest';
import { createStayAwake, onWake } from '@/lib/browser/awake';
import { showBadge } from '@/lib/browser/badge';
import { commands, openShortcuts } from '@/lib/browser/commands';
import { createDownloads, onDownload } from '@/lib/browser/downloads';
import {
  closeStorage,
  onBrowserStart,
  onInstalled,
  openOptions,
  ownId,
  ownUrl,
  ownVersion,
} from '@/lib/browser/extension';
import { hasHeaderRule, setHeaderRule } from '@/lib/browser/header-rule';
import { nameMenu, onMenu, setMenus } from '@/lib/browser/menus';
import { notify, onNotification, unnotify } from '@/lib/browser/notifications';
import { keepSaveAlarm, onSaveAlarm } from '@/lib/browser/save-alarm';
import { openSidePanel, openSidePanelByKeys } from '@/lib/browser/side-panel';
import { askForSites, missingSites, onSiteAccess } from '@/lib/browser/site-access';
import { isVisible, openComposer, openJobs } from '@/lib/browser/surfaces';
import { bringToFront, lookAtTabs, onTabMoved, onTabsChanged, wakeTab } from '@/lib/browser/tabs';
import { failNext, reached } from '../../fakes/fake-chromium';

// The polyfill itself, around Chromium: in all other tests it gives the browser of WXT's as it is.
vi.mock('webextension-polyfill', async () => {
  const { chromium } = await import('../../fakes/fake-chromium');
  vi.stubGlobal('chrome', chromium);
  vi.stubGlobal('browser', undefined);
  return { default: createRequire(import.meta.url)('webextension-polyfill') };
});

beforeEach(() => {
  reached.length = 0;
});

const nothing = () => {};

/**
 * What reaches the browser. The polyfill asks what it knows to call back, with its own bounds for how
 * many arguments there may be; the rest goes through as it is and answers by promise.
 */
const WAYS: [string, () => unknown, string[]][] = [
  ['to sleep', () => createStayAwake()(undefined), ['alarms.clear by callback']],
  [
    'to be woken later',
    () => createStayAwake()(300_000),
    ['alarms.get by callback', 'alarms.create'],
  ],
  ['badge', () => showBadge(2, false), ['action.setBadgeText']],
  ['keys', commands, ['commands.getAll by callback']],
  ['keys to be changed', openShortcuts, ['tabs.create by callback']],
  ['sites', missingSites, ['runtime.getManifest', 'permissions.contains by callback']],
  [
    'sites to be asked for',
    () => askForSites(['https://labs.google/*']),
    ['permissions.request by callback'],
  ],
  [
    'a download',
    () => createDownloads().start('https://example.com/a.mp4', 'a.mp4'),
    ['downloads.download by callback'],
  ],
  ['one download', () => createDownloads().get(1), ['downloads.search by callback']],
  ['newest downloads', () => createDownloads().newest(), ['downloads.search by callback']],
  [
    'a download that is discarded',
    () => createDownloads().discard(1),
    ['cancel', 'removeFile', 'erase'].map((member) => `downloads.${member} by callback`),
  ],
  ['own address', () => ownUrl(), ['runtime.getURL']],
  ['own version', ownVersion, ['runtime.getManifest']],
  ['settings', openOptions, ['runtime.openOptionsPage by callback']],
  ['a rule to be read', hasHeaderRule, ['declarativeNetRequest.getSessionRules']],
  [
    'a rule to be set',
    () => setHeaderRule('api.example', 'https://example.com'),
    ['runtime.getURL', 'declarativeNetRequest.updateSessionRules'],
  ],
  [
    'the menu',
    () => setMenus([{ id: 'one', title: 'One' }], ['https://example.com/*']),
    ['contextMenus.removeAll by callback', 'contextMenus.create'],
  ],
  ['an entry’s title', () => nameMenu('one', 'Two'), ['contextMenus.update by callback']],
  [
    'a notification',
    () => notify('title', 'words', 'one', 'Take back'),
    ['runtime.getURL', 'notifications.create by callback'],
  ],
  ['a notification taken away', () => unnotify('one'), ['notifications.clear by callback']],
  ['saves', () => keepSaveAlarm(true), ['alarms.get by callback', 'alarms.create']],
  ['no saves', () => keepSaveAlarm(false), ['alarms.clear by callback']],
  ['the side panel', openSidePanel, ['sidePanel.open']],
  ['the storage', closeStorage, ['storage.local.setAccessLevel']],
  [
    'whether a page is seen',
    isVisible,
    ['runtime.getContexts', 'tabs.get by callback', 'windows.get by callback'],
  ],
  [
    'the composer',
    () => openComposer(5),
    ['tabs.get by callback', 'runtime.getURL', 'action.openPopup'],
  ],
  [
    'the jobs over a tab',
    () => openJobs(5),
    [
      ...['action.getPopup', 'tabs.update by callback', 'windows.update by callback'],
      ...['action.setPopup', 'action.openPopup', 'action.setPopup'],
    ],
  ],
  ['tabs', () => lookAtTabs(['https://example.com/*']), Array(2).fill('tabs.query by callback')],
  [
    'a tab to wake',
    () => wakeTab(5),
    ['tabs.get by callback', 'tabs.update by callback', 'windows.update by callback'],
  ],
  [
    'events',
    () => {
      onWake(nothing);
      onDownload(nothing, nothing);
      onInstalled(nothing);
      onMenu(nothing);
      onNotification(nothing, nothing);
      onSaveAlarm(nothing);
      onBrowserStart(nothing);
      onSiteAccess(nothing);
      openSidePanelByKeys();
      onTabMoved(nothing);
      onTabsChanged(nothing);
    },
    [
      ...['alarms.onAlarm', 'downloads.onCreated', 'downloads.onChanged'],
      ...['runtime.onInstalled', 'contextMenus.onClicked'],
      ...['notifications.onClicked', 'notifications.onButtonClicked', 'alarms.onAlarm'],
      ...['runtime.onStartup', 'permissions.onAdded', 'permissions.onRemoved'],
      ...['commands.onCommand', 'tabs.onUpdated', 'tabs.onRemoved', 'tabs.onReplaced'],
      ...['tabs.onActivated', 'tabs.onUpdated', 'tabs.onRemoved'],
    ],
  ],
];

it.each(WAYS)('%s: each call reaches Chromium and is answered', async (_, ask, expected) => {
  await ask();
  expect(reached).toEqual(expected);
});

it('near work is an extension call every 20 s', async () => {
  vi.useFakeTimers();
  const stay = createStayAwake();
  await stay(0);
  reached.length = 0;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(reached).toEqual(Array(2).fill('runtime.getPlatformInfo by callback'));
  await stay(undefined);
  vi.useRealTimers();
});

it('what Chromium refuses is thrown, in its words', async () => {
  failNext('No tab with id: 5.');
  await expect(bringToFront(5)).rejects.toThrow('No tab with id: 5.');
});

it('the id is Chromium’s', () => {
  expect(ownId()).toBe('own');
});
