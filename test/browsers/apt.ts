import { execFileSync } from 'node:child_process';

/**
 * Runs Debian's apt-get without a question.
 *
 * @throws where there is none, where this user may not, and where it fails
 */
export function apt(...args: string[]): void {
  execFileSync('apt-get', ['-qq', '-y', '--no-install-recommends', ...args], {
    stdio: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
