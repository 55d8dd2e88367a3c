import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ready } from '../browsers/set-up';
import { LOOKS } from '../states/look';
import { VIEWS } from '../states/views';

/**
 * `npm run screenshots`: every view in all its states, both themes and every language, each looked
 * over by axe as well. Words after it choose among them: `npm run screenshots -- en light jobs`.
 */

const ALL = 'screenshots';
const KEPT = 'docs/screenshots';
/** The few that the README shows. */
const SHOWN = [
  'en-light-reshoot-three',
  'en-dark-extend-free',
  'en-dark-compare-wipe',
  'en-light-jobs-batch',
  'en-dark-panel-wide',
  'en-light-ledger-days',
  'en-dark-library-versions',
  'en-light-cards-verification',
  'zh-CN-light-reshoot-three',
];

/** The names that are asked for, or all where none of them is. */
const among = (names: readonly string[], asked: readonly string[]): string => {
  const found = names.filter((name) => asked.includes(name));
  return `(${(found.length === 0 ? names : found).join('|')})`;
};

/** Runs the test that goes through all states, and says whether each could be reached and was sound. */
function take(asked: readonly string[]): Promise<boolean> {
  const languages = among([...new Set(LOOKS.map(({ language }) => language))], asked);
  const themes = among([...new Set(LOOKS.map(({ theme }) => theme))], asked);
  const views = among(
    VIEWS.map(({ name }) => name),
    asked,
  );
  const child = spawn(
    process.execPath,
    [
      join('node_modules', '@playwright', 'test', 'cli.js'),
      ...['test', 'every-state', '--workers=3', '--reporter=list'],
      ...['--grep', `every state of ${languages}-${themes}-${views}$`],
    ],
    { env: { ...process.env, SCREENSHOTS: ALL }, stdio: 'inherit' },
  );
  return new Promise((done) => child.on('close', (code) => done(code === 0)));
}

async function main(asked: readonly string[]): Promise<boolean> {
  const startedAt = Date.now();
  if (!(await ready())) return false;
  if (asked.length === 0)
    rmSync(ALL, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  mkdirSync(KEPT, { recursive: true });
  const isSound = await take(asked);
  const pictures = readdirSync(ALL).filter((name) => name.endsWith('.png'));
  for (const name of SHOWN)
    if (existsSync(`${ALL}/${name}.png`)) cpSync(`${ALL}/${name}.png`, `${KEPT}/${name}.png`);
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  console.log(`${pictures.length} pictures are in ${ALL}/, after ${minutes} minutes.`);
  console.log(`Those of the README are in ${KEPT}/.`);
  if (!isSound) console.error('Not every state could be reached, or was sound: see above.');
  return isSound;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
