import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { apt } from './apt';

/** What a screen without a monitor and real presses on it need, by Debian's names of their packages. */
const PACKAGES = { Xvfb: 'xvfb', xdotool: 'xdotool' } as const;

const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const missing = (): string[] =>
  Object.entries(PACKAGES).flatMap(([program, name]) => (isInstalled(program) ? [] : [name]));

/** Installs Debian's packages of Xvfb and xdotool where they are missing and this user may; else does nothing. */
export function prepareXvfb(say: (line: string) => void): void {
  if (missing().length === 0) return;
  say('No Xvfb and xdotool here yet: trying Debian’s packages …');
  try {
    apt('update');
    apt('install', ...missing());
  } catch {
    // The test that needs them says that they are missing; all others go without.
  }
}

/** @throws where Xvfb or xdotool is missing, as on macOS and Windows, in one sentence */
export function requireXvfb(): void {
  const names = missing();
  if (names.length > 0)
    throw new Error(
      `Real presses need Xvfb and xdotool, which exist for Linux: install ${names.join(' and ')}.`,
    );
}
