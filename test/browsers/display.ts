import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { requireXvfb } from './find-xvfb';

/** A screen of its own, which nobody sees, with keys that are pressed on it. */
export interface Display {
  /** As `DISPLAY` has it, such as `:3`. */
  readonly name: string;
  /** Presses keys one after the other, by their names in X: `Up`, `s`, `alt+shift+s`. */
  press(...keys: string[]): void;
  /** How many windows are shown: each open menu is one, each submenu of it, and each notification. */
  windows(): number;
  close(): Promise<void>;
}

/**
 * Starts an Xvfb on a number that is free, which it chooses and says by itself.
 *
 * @throws where Xvfb or xdotool is missing, or does not start
 */
export async function startDisplay(): Promise<Display> {
  requireXvfb();
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const ended = once(screen, 'close');
  const name = `:${await firstLine(screen.stdio[3])}`;
  const xdotool = (...args: string[]) =>
    execFileSync('xdotool', args, {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, DISPLAY: name },
    });
  return {
    name,
    press: (...keys) => void xdotool('key', ...keys),
    windows: () => countWindows(xdotool),
    async close() {
      screen.kill();
      await ended;
    },
  };
}

/** A window that closes while they are counted makes xdotool fail (X's BadWindow): counted anew. */
function countWindows(xdotool: (...args: string[]) => string): number {
  for (let tries = 5; ; tries--) {
    try {
      const shown = xdotool('search', '--maxdepth', '1', '--onlyvisible', '--name', '');
      return shown.trim().split('\n').length;
    } catch (error) {
      if (tries === 1 || !String(error).includes('BadWindow')) throw error;
    }
  }
}

async function firstLine(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error('Xvfb has no pipe to say its number on.');
  let text = '';
  for await (const part of stream) {
    text += String(part);
    const [line, rest] = text.split('\n');
    if (line !== undefined && rest !== undefined) return line.trim();
  }
  throw new Error('Xvfb has ended before it said its number.');
}
