import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const FOLDER = '.output/chrome-mv3';
/** Some 16 KB of it for each language: docs/decisions/0039. */
const MOST_KB = 245;
/** What the popup loads until it stands: its page, scripts and styles. */
const POPUP_MOST_KB = 119;
const PAGE_SCRIPT = join(FOLDER, 'page.js');
const PAGE_SCRIPT_MOST_BYTES = 3072;
/** What the manifest puts into pages of Flow. */
const CONTENT_SCRIPTS = ['bridge.js', 'page.js'];
/** A sentence of the polyfill's, as it stands in the one script that holds it. */
const POLYFILL = 'This script should only be loaded in a browser extension';

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

/** Bytes of packed files: each deflated as in the zip, and about 120 for its entry. */
const packedBytes = (paths: readonly string[]): number =>
  paths
    .map((path) => deflateRawSync(readFileSync(path), { level: 9 }))
    .reduce((sum, bytes) => sum + bytes.length + 120, 0);

const IN_PAGES = /(?:src|href)="\/([^"]+)"/g;
const IN_SCRIPTS = /(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/g;

/** A file with all that it loads by itself, and what those load. */
function loadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const find = (pattern: RegExp, from: string) =>
    [...text.matchAll(pattern)].map(([, name = '']) => join(from, name));
  const next = [
    ...(path.endsWith('.html') ? find(IN_PAGES, FOLDER) : []),
    ...(path.endsWith('.js') ? find(IN_SCRIPTS, dirname(path)) : []),
  ];
  for (const each of next) loadedBy(each, seen);
  return seen;
}

const packed = packedBytes(files);
const popup = packedBytes([...loadedBy(join(FOLDER, 'popup.html'))]);
const page = readFileSync(PAGE_SCRIPT);
const withPolyfill = files.filter((path) => readFileSync(path, 'utf8').includes(POLYFILL));
const isFree = CONTENT_SCRIPTS.every((name) => !withPolyfill.includes(join(FOLDER, name)));

console.log(`packed ${(packed / 1024).toFixed(1)} KB of ${MOST_KB}`);
console.log(`popup ${(popup / 1024).toFixed(1)} KB of ${POPUP_MOST_KB}`);
console.log(`page script ${page.length} bytes of ${PAGE_SCRIPT_MOST_BYTES}`);
console.log(`polyfill in ${withPolyfill.join(', ')}`);
if (packed > MOST_KB * 1024 || popup > POPUP_MOST_KB * 1024) process.exitCode = 1;
if (page.length > PAGE_SCRIPT_MOST_BYTES) process.exitCode = 1;
// Found nowhere, it would be known by another sentence.
if (!isFree || withPolyfill.length !== 1) process.exitCode = 1;
