import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { releaseFaults, releaseNotes } from './release-notes';

/**
 * `npm run release -- <tag>`: whether tag, package.json, lockfile and changelog agree, without a tag the
 * last three. Writes the notes of the release to `.output/release-notes.md`.
 */
const versionIn = (file: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;

// A run without a tag gives an empty one.
const tag = process.argv[2] || undefined;
const version = versionIn('package.json');
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const faults = releaseFaults({
  ...{ tag, version, changelog },
  lockedVersion: versionIn('package-lock.json'),
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else {
  mkdirSync('.output', { recursive: true });
  writeFileSync('.output/release-notes.md', `${releaseNotes(changelog, version)}\n`);
  console.log(`${tag ?? 'No tag'}, version ${version}: all agree.`);
}
