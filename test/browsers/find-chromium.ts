import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { apt } from './apt';

/** Chromium first: Google's own Chrome no longer takes an extension from the command line. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium to drive: `CHROMIUM_PATH`, else an installed one, else Playwright's download
 * of an earlier time. Undefined where there is none; `set-up.ts` then tries to get one.
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names a file that does not exist: ${named}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...installed, ...PLACES, downloaded()].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** Playwright's download, then Debian's packages where this user may install them. */
export function installChromium(say: (line: string) => void): string {
  const attempts: [string, () => unknown][] = [
    [
      'Playwright’s download',
      () => execFileSync(process.execPath, [cli(), 'install', 'chromium'], { stdio: 'pipe' }),
    ],
    ['Debian’s list of packages', () => apt('update')],
    ['Debian’s package', () => apt('install', 'chromium')],
  ];
  for (const [name, attempt] of attempts) {
    say(`No Chromium here yet: trying ${name} …`);
    try {
      attempt();
    } catch {
      continue;
    }
    const found = findChromium();
    if (found !== undefined) return found;
  }
  throw new Error(
    'No Chromium could be found or installed. Install Chromium and set CHROMIUM_PATH to its program.',
  );
}

const cli = (): string => join(process.cwd(), 'node_modules', '@playwright', 'test', 'cli.js');

function downloaded(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
