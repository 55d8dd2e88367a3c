import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const FOLDER = '.output/chrome-mv3';
const MOST_KB = 185;
const PAGE_SCRIPT = join(FOLDER, 'page.js');
const PAGE_SCRIPT_MOST_BYTES = 3072;
/** What the manifest puts into pages of Flow. */
const CONTENT_SCRIPTS = ['bridge.js', 'page.js'];
/** A sentence of the polyfill's, as it stands in the one script that holds it. */
const POLYFILL = 'This script should only be loaded in a browser extension';

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

/** Bytes of the packed extension: each file deflated as in the zip, and about 120 for its entry. */
const packed = files
  .map((path) => deflateRawSync(readFileSync(path), { level: 9 }))
  .reduce((sum, bytes) => sum + bytes.length + 120, 0);
const page = readFileSync(PAGE_SCRIPT);
const withPolyfill = files.filter((path) => readFileSync(path, 'utf8').includes(POLYFILL));
const isFree = CONTENT_SCRIPTS.every((name) => !withPolyfill.includes(join(FOLDER, name)));

console.log(`packed ${(packed / 1024).toFixed(1)} KB of ${MOST_KB}`);
console.log(`page script ${page.length} bytes of ${PAGE_SCRIPT_MOST_BYTES}`);
console.log(`polyfill in ${withPolyfill.join(', ')}`);
if (packed > MOST_KB * 1024 || page.length > PAGE_SCRIPT_MOST_BYTES) process.exitCode = 1;
// Found nowhere, it would be known by another sentence.
if (!isFree || withPolyfill.length !== 1) process.exitCode = 1;
