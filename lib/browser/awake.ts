import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { browser } from './browser';

const ALARM = 'wake';
/** The shortest period a packed extension may ask for. */
const ALARM_MINUTES = 0.5;
/** A worker is stopped after 30 s without an extension API call; fetches do not count. */
const CALL_EVERY_MS = 20 * SECOND_MS;
/** Work further away than this is left to the alarm. */
const NEAR_MS = MINUTE_MS;

/**
 * Keeps the worker awake while work is near and lets it sleep otherwise. The alarm brings it back
 * for work that is further away, and when it was stopped all the same.
 *
 * @returns what is told the time in ms until the next work; undefined when there is none
 */
export function createStayAwake(): (dueMs: number | undefined) => Promise<void> {
  let timer: ReturnType<typeof setInterval> | undefined;
  let last: Promise<void> = Promise.resolve();

  async function apply(dueMs: number | undefined): Promise<void> {
    const near = dueMs !== undefined && dueMs <= NEAR_MS;
    if (near && timer === undefined)
      timer = setInterval(() => void browser.runtime.getPlatformInfo(), CALL_EVERY_MS);
    if (!near) {
      clearInterval(timer);
      timer = undefined;
    }
    if (dueMs === undefined) await browser.alarms.clear(ALARM);
    else if (!(await browser.alarms.get(ALARM)))
      await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  }

  return (dueMs) => {
    // One after the other: a late clearing must not take away the alarm of a newer call.
    last = last.then(
      () => apply(dueMs),
      () => apply(dueMs),
    );
    return last;
  };
}

/** Registers what happens when the alarm wakes the worker. Call it synchronously at the start. */
export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake();
  });
}
