import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a screen without a monitor and real presses on it need, by Debian's names of their packages. */
const PACKAGES = { Xvfb: 'xvfb', xdotool: 'xdotool' } as const;

const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const missing = (): string[] =>
  Object.entries(PACKAGES).flatMap(([program, name]) => (isInstalled(program) ? [] : [name]));

/**
 * Xvfb and xdotool are there, or Debian's packages of them are installed where this user may.
 *
 * @throws where they cannot be had, as on macOS and Windows
 */
export function prepareXvfb(say: (line: string) => void): void {
  if (missing().length === 0) return;
  say('No Xvfb and xdotool here yet: trying Debian’s packages …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['-qq', 'update'], { stdio: 'pipe', env });
    const install = ['-qq', '-y', '--no-install-recommends', 'install', ...missing()];
    execFileSync('apt-get', install, { stdio: 'pipe', env });
  } catch {
    // Whether they are there is looked at next, however it went.
  }
  if (missing().length > 0)
    throw new Error(
      'Real presses need Xvfb and xdotool, which exist for Linux and could not be installed here: install both packages, or run the other checks.',
    );
}
