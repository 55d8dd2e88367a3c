import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import type { Twin } from '../twin/twin';
import { findChromium } from './find-chromium';
import { removeFolder } from './remove-folder';

export interface LaunchOptions {
  readonly twin: Twin;
  /** Kept after closing when it is given; else a fresh one that is removed. */
  readonly profile?: string;
  readonly downloads?: string;
  readonly visible?: boolean;
  /** The screen that a visible one is on, as `DISPLAY` has it; the user's own unless told. */
  readonly display?: string;
  /** Language of the browser, such as `zh-CN`. */
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Folder of the extension; the built one unless told. */
  readonly extension?: string;
  /** Size of the screen, such as `1600x1200`. */
  readonly screen?: string;
  /** Scroll bars take their room, as they do for a user; Playwright hides them. */
  readonly showsScrollBars?: boolean;
}

/** What Chromium does not do here. */
const WITHOUT = [
  'DisableLoadExtensionCommandLineSwitch',
  // The spare process that waits for a next page: 6 % of a test's processor time.
  'SpareRendererForSitePerProcess',
  // A process for the bubbles of the browser's own bar, and the pictures of tabs in them: some 2 % in a trace.
  'PreloadTopChromeWebUI',
  'TabHoverCardImages',
] as const;

/** A real Chromium with the built extension, on the twin instead of the net. */
export interface Launched {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly downloads: string;
  readonly extensionId: string;
  worker(): Promise<Worker>;
  /** A page of the extension in a tab, such as `popup.html`. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

export const EXTENSION = resolve('.output/chrome-mv3');

/** Starts one with the extension from the command line, which a kept profile forgets at its end. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { extension = EXTENSION } = options;
  const started = await startChromium(options, {
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const worker = await workerOf(started.context);
  return launched(started, new URL(worker.url()).host);
}

/** A started Chromium without a word on extensions. */
export type Started = Pick<Launched, 'context' | 'profile' | 'downloads' | 'close'>;

/** A Chromium on the twin; about its extensions it is told by `more`. */
export async function startChromium(
  options: Omit<LaunchOptions, 'twin'> & { readonly twin: Pick<Twin, 'chromiumArgs'> },
  more: { readonly args: readonly string[]; readonly ignoreDefaultArgs?: readonly string[] },
): Promise<Started> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'second-take-'));
  const downloads = options.downloads ?? join(profile, 'Downloads');
  preferDownloads(profile, downloads);
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: see the README.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.visible !== true,
    ignoreDefaultArgs: [
      ...(more.ignoreDefaultArgs ?? []),
      ...(options.showsScrollBars ? ['--hide-scrollbars'] : []),
    ],
    viewport: options.visible ? null : { width: 1280, height: 800 },
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    env: {
      ...process.env,
      ...(options.display !== undefined && { DISPLAY: options.display }),
      ...ofLanguage(options.language),
      ...besideDesktop(profile),
    },
    args: [
      ...more.args,
      `--disable-features=${WITHOUT.join()}`,
      '--disable-background-networking',
      '--no-first-run',
      '--test-type',
      `--screen-info={${options.screen ?? '1600x1200'}}`,
      ...(options.language === undefined ? [] : [`--lang=${options.language}`]),
      ...options.twin.chromiumArgs,
    ],
  });
  await keepFileNames(context);
  return {
    context,
    profile,
    downloads,
    async close() {
      await context.close();
      if (options.profile === undefined) await removeFolder(profile);
    },
  };
}

/** A started one whose extension is there. */
export function launched(started: Started, extensionId: string): Launched {
  const { context } = started;
  return {
    ...started,
    extensionId,
    worker: () => workerOf(context),
    async openOwn(path) {
      const page = await context.newPage();
      await page.setViewportSize({ width: 400, height: 600 });
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
  };
}

const workerOf = async (context: BrowserContext): Promise<Worker> =>
  context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));

const ofLanguage = (language: string | undefined) =>
  language === undefined ? {} : { LANGUAGE: language };

/**
 * On Linux Chromium takes the icons of an extension out of the desktop's menus each time that one is
 * removed. Tests leave the desktop of a machine alone: these commands do nothing for them.
 */
function besideDesktop(profile: string): { readonly PATH?: string } {
  if (process.platform !== 'linux') return {};
  const folder = join(profile, 'no-desktop');
  mkdirSync(folder, { recursive: true });
  for (const name of ['xdg-icon-resource', 'xdg-desktop-menu']) {
    const file = join(folder, name);
    if (!existsSync(file)) symlinkSync('/bin/true', file);
  }
  return { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

/** Playwright would take downloads for itself; the extension's file names need the browser's own. */
function preferDownloads(profile: string, downloads: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  mkdirSync(downloads, { recursive: true });
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
  };
  const file = join(folder, 'Preferences');
  try {
    writeFileSync(file, JSON.stringify(preferences), { flag: 'wx' });
  } catch {
    // A profile that was used before has its preferences already.
  }
}

async function keepFileNames(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
}
