import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSIONS } from '@/lib/storage/versions';

const LAST = Math.max(...VERSIONS.map(({ version }) => version));

/** What the next version makes of the database: a table, and an index on all jobs there are. */
export const NEXT = { version: LAST + 1, index: 'request.action', table: 'updates' } as const;

/**
 * Copies a built extension over another one as its next version, with a database of its own: the files
 * that a browser's update would bring.
 *
 * @param built folder of the extension as it is
 * @param into folder that the browser has it from, or that is made
 */
export function writeNextVersion(built: string, into: string): void {
  cpSync(built, into, { recursive: true });
  change(join(into, 'manifest.json'), /("version": ?)"[\d.]+"/, '$1"99.0.0"');
  const { version, index, table } = NEXT;
  const next = `{version:${version},tables:{jobs:"id, ${index}",${table}:"id"}}`;
  const list = new RegExp(`({version:${LAST},tables:{[^{}]*}})]`);
  const chunks = readdirSync(join(into, 'chunks'))
    .map((name) => join(into, 'chunks', name))
    .filter((file) => list.test(readFileSync(file, 'utf8')));
  if (chunks.length !== 1) throw new Error(`The versions stand in ${chunks.length} files.`);
  for (const file of chunks) change(file, list, `$1,${next}]`);
}

function change(file: string, from: RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}.`);
  writeFileSync(file, after);
}
