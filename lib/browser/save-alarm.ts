import { browser } from './browser';

const ALARM = 'saves';
/** The shortest period a packed extension may ask for. */
const ALARM_MINUTES = 0.5;

/** Has the browser wake the background from time to time, or lets it be. */
export async function keepSaveAlarm(isOn: boolean): Promise<void> {
  if (!isOn) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM)))
    await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
}

/** Registers what happens then. Call it synchronously at the start. */
export function onSaveAlarm(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake();
  });
}
