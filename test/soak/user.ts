import type { Page } from '@playwright/test';
import { launch } from '../browsers/launch';
import { Composer } from '../e2e/support/composer';
import { stopWorker } from '../e2e/support/stop-worker';
import type { Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { type Records, readRecords } from './records';

/** Who sits before the browser: sends batches, presses Resume, closes it and opens it again. */
export interface Person {
  /** One more batch; how many jobs it made. */
  batch(atMost: number, before: number): Promise<number>;
  records(): Promise<Records>;
  /** Lifts a hold that waits for a user, or lets the time of a long one be over. */
  resume(records: Records): Promise<boolean>;
  killWorker(): Promise<void>;
  /** Loads the Flow page anew, which reads its whole list. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

const MOVES = [
  ...['Orbit up', 'Orbit down', 'Orbit left', 'Orbit right', 'Dolly in', 'Dolly out'],
  ...['Dolly in, zoom out', 'Dolly out, zoom in', 'High', 'Low', 'Left', 'Right'],
  ...['Closer', 'Further'],
];
const SOURCES = [CLIPS.witch, CLIPS.street, CLIPS.cat, CLIPS.train, CLIPS.balloon];
/** Holds that the user lifts, and those that time ends. */
const BY_PERSON = ['quota', 'verification', 'outage', 'refused'];
const IN_TIME = ['throttled', 'trouble'];
/** A hold that ends so soon is waited for. */
const SOON_MS = 5000;
const PACE = { gapSeconds: 1, atOnce: 8 };

export async function openPerson(twin: Twin, profile: string): Promise<Person> {
  const chromium = await launch({ twin, profile });
  const worker = await chromium.worker();
  await worker.evaluate((settings) => chrome.storage.local.set({ settings }), PACE);
  const flow = await chromium.context.newPage();
  await flow.goto(twin.pageUrl('elm'));
  const popup = await chromium.openOwn('popup.html');
  const records = await chromium.openOwn('options.html');
  return {
    batch: (atMost, before) => batch(popup, atMost, Math.floor(before / MOVES.length)),
    records: () => readRecords(records),
    async resume({ hold }) {
      if (!hold || !(BY_PERSON.includes(hold.reason) || IN_TIME.includes(hold.reason)))
        return false;
      if (hold.until > Date.now() + SOON_MS) await endTime(records);
      if (IN_TIME.includes(hold.reason)) {
        if (hold.until <= Date.now() + SOON_MS) return false;
        await popup.reload();
        return true;
      }
      await popup.bringToFront();
      const button = popup.getByRole('button', { name: 'Resume' });
      if (!(await button.isEnabled())) return false;
      await button.click();
      return true;
    },
    killWorker: () => stopWorker(chromium.context, popup),
    async reload() {
      await flow.reload();
    },
    close: () => chromium.close(),
  };
}

/** No run waits for minutes: the time of the hold is over, and what looks next finds it so. */
const endTime = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { hold } = await chrome.storage.local.get<{ hold?: object }>('hold');
    if (hold) await chrome.storage.local.set({ hold: { ...hold, until: Date.now() } });
  });

async function batch(popup: Page, atMost: number, turn: number): Promise<number> {
  const composer = new Composer(popup);
  const source = SOURCES[turn % SOURCES.length] ?? CLIPS.witch;
  const moves = MOVES.slice(0, atMost);
  await composer.clip(source.title);
  for (const move of MOVES)
    await popup.getByRole('checkbox', { name: move, exact: true }).setChecked(moves.includes(move));
  await composer.send(/^Reshoot \d+ moves? ·/);
  return moves.length;
}
