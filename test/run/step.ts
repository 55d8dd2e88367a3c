import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

interface Manner {
  readonly env?: NodeJS.ProcessEnv;
  /** What it writes to the error output is shown at once and not kept. */
  readonly showsErrors?: boolean;
}

/** Runs one of the project's own tools and keeps what it prints. */
export function runTool(
  tool: string,
  args: readonly string[],
  { env = {}, showsErrors = false }: Manner = {},
): Promise<Outcome> {
  const program = join('node_modules', '.bin', tool);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', CI: 'true', ...env },
      stdio: ['ignore', 'pipe', showsErrors ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
