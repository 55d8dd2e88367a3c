import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import type { Twin } from '../twin/twin';
import { findChromium } from './find-chromium';

export interface LaunchOptions {
  readonly twin: Twin;
  /** Kept after closing when it is given; else a fresh one that is removed. */
  readonly profile?: string;
  readonly downloads?: string;
  readonly visible?: boolean;
  /** Language of the browser, such as `zh-CN`. */
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Folder of the extension; the built one unless told. */
  readonly extension?: string;
  /** Size of the screen, such as `1600x1200`. */
  readonly screen?: string;
}

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

export async function launch(options: LaunchOptions): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'second-take-'));
  const downloads = options.downloads ?? join(profile, 'Downloads');
  preferDownloads(profile, downloads);
  const { extension = EXTENSION } = options;
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: see the README.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.visible !== true,
    viewport: options.visible ? null : { width: 1280, height: 800 },
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    ...(options.language !== undefined && { env: { ...process.env, LANGUAGE: options.language } }),
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--disable-background-networking',
      '--no-first-run',
      '--test-type',
      `--screen-info={${options.screen ?? '1600x1200'}}`,
      ...(options.language === undefined ? [] : [`--lang=${options.language}`]),
      ...options.twin.chromiumArgs,
    ],
  });
  await keepFileNames(context);
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await worker()).url()).host;

  return {
    context,
    profile,
    downloads,
    extensionId,
    worker,
    async openOwn(path) {
      const page = await context.newPage();
      await page.setViewportSize({ width: 400, height: 600 });
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async close() {
      await context.close();
      if (options.profile === undefined)
        rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
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
