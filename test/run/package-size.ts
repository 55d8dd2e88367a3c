import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const FOLDER = '.output/chrome-mv3';
const MOST_KB = 205;
const PAGE_SCRIPT = join(FOLDER, 'page.js');
const PAGE_SCRIPT_MOST_BYTES = 3072;

/** Bytes of the packed extension: each file deflated as in the zip, and about 120 for its entry. */
const packed = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => deflateRawSync(readFileSync(join(entry.parentPath, entry.name)), { level: 9 }))
  .reduce((sum, bytes) => sum + bytes.length + 120, 0);
const page = readFileSync(PAGE_SCRIPT);

console.log(`packed ${(packed / 1024).toFixed(1)} KB of ${MOST_KB}`);
console.log(`page script ${page.length} bytes of ${PAGE_SCRIPT_MOST_BYTES}`);
if (packed > MOST_KB * 1024 || page.length > PAGE_SCRIPT_MOST_BYTES) process.exitCode = 1;
