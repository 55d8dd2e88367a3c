import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which. Arrows point towards `base`; the table is explained in docs. */
const ROOMS: Record<string, readonly string[]> = {
  'lib/base': [],
  'lib/flow': ['lib/base'],
  'lib/job': ['lib/base', 'lib/flow'],
  'lib/text': ['lib/base', 'lib/flow', 'lib/job'],
  'lib/video': ['lib/base'],
  'lib/message': ['lib/base', 'lib/flow', 'lib/job'],
  'lib/store': ['lib/base', 'lib/flow', 'lib/job'],
  'lib/browser': ['lib/base'],
  'lib/capture': ['lib/base', 'lib/flow', 'lib/message'],
  'lib/session': ['lib/base', 'lib/flow', 'lib/message', 'lib/store'],
  'lib/queue': ['lib/base', 'lib/flow', 'lib/job'],
  // Where files are, their names, and saving them: above the store and the browser, below the root.
  'lib/files': ['lib/base', 'lib/flow', 'lib/job', 'lib/store', 'lib/browser', 'lib/queue'],
  'lib/background': ['lib'],
  components: [
    'lib/base',
    'lib/flow',
    'lib/job',
    'lib/text',
    'lib/video',
    'lib/message',
    'lib/store',
    'lib/files',
  ],
  entrypoints: ['components', 'lib/background', 'lib/capture'],
};

const files = ['lib', 'components', 'entrypoints'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(top, name)),
);
const roomOf = (path: string) =>
  Object.keys(ROOMS).find((room) => path === room || path.startsWith(`${room}/`));

describe.each(files)('%s', (file) => {
  const room = roomOf(file);
  const lines = readFileSync(file, 'utf8').split('\n');

  it('is in a room and imports only what the room may', () => {
    expect(room).toBeDefined();
    const imports = lines.flatMap((line) => /from '@\/([^']+)'/.exec(line)?.[1] ?? []);
    const allowed = [room ?? '', ...(ROOMS[room ?? ''] ?? [])];
    const wrong = imports.filter((path) => !allowed.some((may) => path.startsWith(`${may}/`)));
    expect(wrong).toEqual([]);
    expect(lines.filter((line) => /from '\.\.\/\.\.\//.test(line))).toEqual([]);
  });

  it('is short enough to be read at once', () => {
    const most = room === 'entrypoints' ? 15 : 300;
    expect(lines.length - 1).toBeLessThanOrEqual(most);
  });
});
