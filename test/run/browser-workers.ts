import { chromium } from '@playwright/test';

/** Ms for a start of Chromium, one page and its end, where five test processes at once are none too many. */
const USUAL_MS = 500;
/** From so many times as long on, what five processes start together gets late by itself. */
const SLOW = 2;
const ROUNDS = 3;

/**
 * How many processes of end-to-end tests this machine carries at once, measured here and now: on one
 * that is slow or busy with other things, five make each other late, and two take no longer in all.
 *
 * @param path of Chromium
 */
export async function browserWorkers(
  path: string | undefined,
): Promise<{ workers: number; ms: number }> {
  if (path === undefined) throw new Error('No Chromium found: see the README.');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await startMs(path));
  const ms = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  return { workers: ms > SLOW * USUAL_MS ? 2 : 5, ms };
}

async function startMs(executablePath: string): Promise<number> {
  const from = performance.now();
  const browser = await chromium.launch({ executablePath });
  await (await browser.newPage()).goto('data:text/html,<p>Here');
  await browser.close();
  return performance.now() - from;
}
