import { createDoor, type Door } from '../twin/door';
import { startTwin, type Twin } from '../twin/twin';
import { type KeptChromium, type Kind, keepChromium } from './kept-chromium';
import type { Launched } from './launch';

/** A browser on a twin. */
export interface Open {
  readonly twin: Twin;
  readonly chromium: Launched;
}

/** What one process of Playwright has for its tests, one after the other: a URL and a browser. */
export interface Browsers {
  /** The URL of the twin of the test that runs; free once this is answered. */
  door(): Promise<Door>;
  /** The browser of that kind, clean. */
  begin(kind: Kind): Promise<Launched>;
  /** What that test did is taken away. */
  end(): Promise<void>;
  /** A browser on a page of Flow for tests that only look: the one that the last of them left. */
  toLook(): Promise<Open>;
  close(): Promise<void>;
}

export async function createBrowsers(): Promise<Browsers> {
  const door = await createDoor();
  let kept: { readonly kind: string; readonly chromium: KeptChromium } | undefined;
  let looked: Open | undefined;

  /** Another kind of browser takes the place of the one before: two would be too much to paint. */
  async function ofKind(kind: Kind): Promise<KeptChromium> {
    const name = JSON.stringify(kind);
    if (kept?.kind !== name) {
      await kept?.chromium.close();
      kept = undefined;
      kept = { kind: name, chromium: await keepChromium(door, kind) };
    }
    return kept.chromium;
  }

  async function endLooking(): Promise<void> {
    if (!looked) return;
    const { twin } = looked;
    looked = undefined;
    await kept?.chromium.clean();
    await twin.stop();
  }

  return {
    async door() {
      await endLooking();
      return door;
    },
    begin: async (kind) => (await ofKind(kind)).begin(),
    async end() {
      await kept?.chromium.clean();
      if (!kept?.chromium.isSpent()) return;
      await kept.chromium.close();
      kept = undefined;
    },
    async toLook() {
      if (looked) return looked;
      const twin = await startTwin({}, door);
      const chromium = await (await ofKind({})).begin();
      const page = await chromium.context.newPage();
      await page.goto(twin.pageUrl('elm'));
      looked = { twin, chromium };
      return looked;
    },
    async close() {
      await kept?.chromium.close();
      await looked?.twin.stop();
      await door.close();
    },
  };
}
