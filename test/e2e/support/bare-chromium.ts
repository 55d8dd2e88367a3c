import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from '../../browsers/find-chromium';
import { EXTENSION } from '../../browsers/launch';
import type { Twin } from '../../twin/twin';

export interface BareChromium {
  /** Where a debugger can be attached, when the time for being bare is over. */
  readonly devtools: string;
  /** URLs of all workers of extensions that live at this moment. */
  workers(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * A Chromium that nobody has attached to, with the extension, on a profile and a URL: a worker
 * with a debugger never idles. It is only asked over HTTP what there is, which attaches nothing.
 */
export async function startBare(twin: Twin, profile: string, url: string): Promise<BareChromium> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    findChromium() ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--disable-background-networking',
      '--password-store=basic',
      '--use-mock-keychain',
      '--no-first-run',
      ...twin.chromiumArgs,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.resume();
  // All its processes have this pipe: the profile is at rest once the last of them has closed it.
  const ended = once(child, 'close');
  // The file is there before the whole of its first line is.
  const portIn = () =>
    existsSync(portFile) ? /^(\d+)\n/.exec(readFileSync(portFile, 'utf8'))?.[1] : undefined;
  let port = portIn();
  for (let tries = 0; port === undefined; tries += 1) {
    if (tries > 100) throw new Error('Chromium did not start');
    await wait(100);
    port = portIn();
  }
  const workers = async () => {
    const reply = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await reply.json()) as { type: string; url: string }[];
    return targets
      .filter(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'))
      .map(({ url }) => url);
  };
  // An extension of the command line is loaded beside the first page; a page that was faster would
  // have no content script. So the page is opened once the worker has been there.
  for (let tries = 0; (await workers()).length === 0; tries += 1) {
    if (tries > 150) throw new Error('The extension was not loaded');
    await wait(100);
  }
  await fetch(`http://127.0.0.1:${port}/json/new?${url}`, { method: 'PUT' });
  return {
    devtools: `http://127.0.0.1:${port}`,
    workers,
    async close() {
      child.kill();
      await ended;
    },
  };
}
