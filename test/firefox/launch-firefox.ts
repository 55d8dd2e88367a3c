import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { findFirefox } from '../browsers/find-firefox';
import { removeFolder } from '../browsers/remove-folder';
import { HOSTS } from '../twin/door';
import { type Bidi, connectBidi } from './bidi';
import { evaluateIn, type Json } from './evaluate';
import { Tab } from './tab';

export const EXTENSION = resolve('.output/firefox-mv3');
const ID = 'second-take@second-take.example';
/** Of its pages, the same at each start. */
const HOST = '0b9f9d9a-6f3e-4d0c-9d5c-2f4c7f9c1a55';

/** So long an idle event page is kept, in ms: Firefox's own 30 s are long for a test. */
const IDLE_MS = 3000;

export interface FirefoxOptions {
  /** Port of the twin, on this machine. */
  readonly port: number;
  /** Kept after closing where it is given; else a fresh one that is removed. */
  readonly profile?: string;
  /** A language that Firefox has, such as `zh-CN`. */
  readonly language?: string;
  /** What is installed: a folder, or a package. */
  readonly extension?: { readonly type: 'path' | 'archivePath'; readonly path: string };
}

/** A real Firefox with the built extension, on the twin instead of the net. */
export interface Firefox {
  readonly profile: string;
  readonly downloads: string;
  /** A new tab on that URL. */
  open(url: string): Promise<Tab>;
  /** A page of the extension in a tab, such as `popup.html`. */
  openOwn(path: string): Promise<Tab>;
  /** Installs an extension from its folder, over the one of that id where there is one. */
  install(folder: string): Promise<unknown>;
  /** Runs a function in the browser's own window, which has all rights. */
  inBrowser<Given extends Json[], Got>(
    run: (...given: Given) => Got | Promise<Got>,
    ...given: Given
  ): Promise<Got>;
  close(): Promise<void>;
}

export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'second-take-'));
  const downloads = join(profile, 'Downloads');
  mkdirSync(downloads, { recursive: true });
  writePreferences(profile, downloads, options);
  const program = findFirefox();
  if (program === undefined) throw new Error('No Firefox found: see the README.');
  const child = spawn(program, [
    ...['--headless', '--no-remote', '--profile', profile],
    ...['--remote-debugging-port=0', '--remote-allow-system-access'],
  ]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const bidi = await connectBidi(await remoteUrl(child));
    await bidi.send('session.new', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    });
    const { extension = { type: 'path', path: EXTENSION } } = options;
    await install(bidi, extension);
    return await firefoxOf(bidi, { profile, downloads }, async () => {
      bidi.close();
      child.kill();
      await ended;
      if (options.profile === undefined) await removeFolder(profile);
    });
  } catch (error) {
    child.kill();
    throw error;
  }
}

const install = (bidi: Bidi, extensionData: NonNullable<FirefoxOptions['extension']>) =>
  bidi.send('webExtension.install', { extensionData });

const tree = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const created = z.object({ context: z.string() });

async function firefoxOf(
  bidi: Bidi,
  folders: Pick<Firefox, 'profile' | 'downloads'>,
  close: () => Promise<void>,
): Promise<Firefox> {
  const windows = tree.parse(await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const [window] = windows.contexts;
  if (!window) throw new Error('Firefox has no window.');
  const open = async (url: string) => {
    const { context } = created.parse(await bidi.send('browsingContext.create', { type: 'tab' }));
    const tab = new Tab(bidi, context);
    await tab.goto(url);
    return tab;
  };
  return {
    ...folders,
    open,
    openOwn: (path) => open(`moz-extension://${HOST}/${path}`),
    install: (path) => install(bidi, { type: 'path', path }),
    inBrowser: (run, ...given) => evaluateIn(bidi, window.context, run, given),
    close,
  };
}

/** Firefox prints it once it listens. */
const remoteUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const url = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`Firefox ended at its start: ${said}`)));
  });

/** Firefox itself leaves the net alone where it is driven (`remote.prefs.recommended`). */
function writePreferences(
  profile: string,
  downloads: string,
  { port, language }: FirefoxOptions,
): void {
  const preferences = {
    'network.dns.localDomains': HOSTS.join(),
    'network.socket.forcePort': `443=${port}`,
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'extensions.background.idle.timeout': IDLE_MS,
    // One that is loaded for a test is gone at the end of Firefox, and what it stored would go too.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.aboutwelcome.enabled': false,
    ...(language !== undefined && { 'intl.locale.requested': language }),
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
}
