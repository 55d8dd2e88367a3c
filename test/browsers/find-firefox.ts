import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { apt } from './apt';

const NAMES = ['firefox-esr', 'firefox'];
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
/** With its words in Chinese, which one test is for. */
const PACKAGES = ['firefox-esr', 'firefox-esr-l10n-zh-cn'];
/** Debian's Firefox plays H.264 with the library of ffmpeg, which it only suggests; one for each Debian. */
const CODECS = ['libavcodec59', 'libavcodec61'];

/** Path of a Firefox to drive: `FIREFOX_PATH`, else an installed one. Undefined where there is none. */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`FIREFOX_PATH names a file that does not exist: ${named}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...installed, ...PLACES].find((path) => existsSync(path));
}

/** Debian's packages, where this user may install them. */
export function installFirefox(say: (line: string) => void): string {
  say('No Firefox here yet: trying Debian’s packages …');
  for (const args of [
    ['update'],
    ['install', ...PACKAGES],
    ...CODECS.map((name) => ['install', name]),
  ])
    try {
      apt(...args);
    } catch {
      // What is missing is said below.
    }
  const found = findFirefox();
  if (found === undefined)
    throw new Error(
      'No Firefox could be found or installed. Install Firefox and set FIREFOX_PATH to its program.',
    );
  return found;
}
