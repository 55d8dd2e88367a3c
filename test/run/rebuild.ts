import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { removeFolder } from '../browsers/remove-folder';
import { differences, packagePath, packedFiles, unpack } from '../packages/packages';

/**
 * `npm run rebuild`: what a reviewer of Mozilla's does. Unpacks the sources package into an empty folder,
 * runs the commands that SOURCE_CODE_REVIEW.md in it names, and compares what comes out, file by file
 * and byte by byte, with the package for Firefox; then both zips as a whole, the sources' own too, which
 * shows that neither place nor time is in them.
 *
 * `npm ci` alone takes from 20 to 75 s, as much as all the rest of the packages' tests: `npm test` links
 * the packages of this tree instead, which are those of the same lockfile. `-- --install` installs them.
 */
const INSTALL = 'npm ci';
const isInstalled = process.argv.includes('--install');

const sources = packedFiles(packagePath('sources'));
const folder = mkdtempSync(join(tmpdir(), 'second-take-sources-'));
try {
  unpack(sources, folder);
  const review = readFileSync(join(folder, 'SOURCE_CODE_REVIEW.md'), 'utf8');
  const commands = (/```sh\n([^`]+)```/.exec(review)?.[1] ?? '').trim().split('\n');
  if (commands[0] !== INSTALL || commands.length < 2)
    throw new Error(`The sources say to run: ${commands.join(', ')}`);
  for (const command of commands)
    if (command === INSTALL && !isInstalled)
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    else execSync(command, { cwd: folder, stdio: 'pipe' });
  const again = packedFiles(packagePath('firefox', folder));
  const odd = [
    ...differences(packedFiles(packagePath('firefox')), again),
    ...(['firefox', 'sources'] as const)
      .filter((which) => !isSameFile(packagePath(which), packagePath(which, folder)))
      .map((which) => `the bytes of the package ${which} differ`),
  ];
  for (const line of odd) console.log(line);
  console.log(`${again.size} files built from ${sources.size}: ${odd.length} differences`);
  if (odd.length > 0 || again.size === 0) process.exitCode = 1;
} finally {
  await removeFolder(folder);
}

function isSameFile(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other));
}
