// Entry of `npm test`, `npm run demo` and the other commands. Plain JavaScript without packages:
// on a fresh clone this is what installs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [script, ...args] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Second Take needs Node 20.19 or later to be built; this is ${process.version}.`);
  process.exit(1);
}

const stamp = `${root}node_modules/.installed-lock`;
const lock = readFileSync(`${root}package-lock.json`, 'utf8');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing packages …');
  run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], process.platform === 'win32');
  writeFileSync(stamp, lock);
}
// Types of our words and files, which WXT writes.
if (!existsSync(`${root}.wxt/tsconfig.json`))
  run(
    process.execPath,
    [`${root}node_modules/wxt/bin/wxt.mjs`, 'prepare', '--level', 'error'],
    false,
  );
run(process.execPath, ['--import', 'tsx', script, ...args], false);

function run(command, list, shell) {
  const { status, error } = spawnSync(command, list, { cwd: root, stdio: 'inherit', shell });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
