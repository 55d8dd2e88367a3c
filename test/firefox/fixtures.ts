import { test as base } from '@playwright/test';
import { createDoor, type Door } from '../twin/door';
import { startTwin, type Twin, type TwinOptions } from '../twin/twin';
import { type Firefox, type FirefoxOptions, launchFirefox } from './launch-firefox';
import type { Tab } from './tab';

interface Fixtures {
  readonly twinOptions: TwinOptions;
  readonly firefoxOptions: Omit<FirefoxOptions, 'port'>;
  readonly door: Door;
  readonly twin: Twin;
  readonly firefox: Firefox;
  /** A page of labs.google that shows the clips of its project. */
  readonly flow: Tab;
  /** The popup in a tab of its own, connected to that page. */
  readonly popup: Tab;
}

/** Each test has a Firefox of its own, as after its first start with the extension just installed. */
export const test = base.extend<Fixtures>({
  twinOptions: [{}, { option: true }],
  firefoxOptions: [{}, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  door: async ({}, use) => {
    const door = await createDoor();
    await use(door);
    await door.close();
  },

  twin: async ({ door, twinOptions }, use) => {
    const twin = await startTwin(twinOptions, door);
    await use(twin);
    await twin.stop();
  },

  firefox: async ({ door, twin: _, firefoxOptions }, use) => {
    const firefox = await launchFirefox({ port: door.port, ...firefoxOptions });
    await use(firefox);
    await firefox.close();
  },

  flow: async ({ firefox, twin }, use) => {
    const flow = await firefox.open(twin.pageUrl('elm'));
    await use(flow);
  },

  popup: async ({ firefox, flow: _ }, use) => {
    const popup = await firefox.openOwn('popup.html');
    await popup.says('Elm Street, dusk');
    await use(popup);
  },
});

export { expect } from '@playwright/test';
