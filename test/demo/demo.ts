import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { filesWith } from '../browsers/search-bytes';
import { ready } from '../browsers/set-up';
import { startTwin, type Twin } from '../twin/twin';
import { doMainJob } from './main-job';
import { openVisible } from './open';
import { printTable } from './report';

/** `npm run demo`: the main job through the popup, from the first click to the files on disk. */

const SUBMITS = 18;

async function demo(): Promise<boolean> {
  const twin = await startTwin({
    durationsMs: { extend: 7000, reshoot: 5000, upscale: 4000, references: 4000 },
  });
  const profile = mkdtempSync(join(tmpdir(), 'second-take-demo-'));
  const chromium = await launch({ twin, profile });
  const { rows, saved } = await doMainJob(chromium, twin, SUBMITS);
  await chromium.close();
  printTable(twin, rows);
  const good = verdict(twin, profile, saved);
  await removeFolder(profile);
  await twin.stop();
  return good && rows.length === SUBMITS && rows.every(({ state }) => state.startsWith('Done'));
}

/** What the twin's log and the disk say about the run. */
function verdict(twin: Twin, profile: string, saved: { file: string; source: string }): boolean {
  const token = (call: { headers: Record<string, string | string[] | undefined> }) =>
    String(call.headers.authorization).replace('Bearer ', '');
  const fromFlow = twin.submits.every(
    ({ headers }) =>
      headers.origin === 'https://labs.google' &&
      headers.referer === 'https://labs.google/' &&
      headers.cookie === undefined,
  );
  const api = twin.calls.filter(({ host }) => host.startsWith('aisandbox'));
  const facts: [string, boolean][] = [
    [
      `${SUBMITS} submits, each accepted once`,
      twin.submits.length === SUBMITS &&
        new Set(twin.submits.map(({ sceneId }) => sceneId)).size === SUBMITS,
    ],
    ['each from Flow’s origin and referer, without a cookie', fromFlow],
    ['no call refused', api.every(({ status }) => status < 300)],
    [
      'the saved file is the clip, byte for byte',
      existsSync(saved.file) && readFileSync(saved.file).equals(readFileSync(saved.source)),
    ],
    [
      'the token is nowhere in the browser’s profile on disk',
      twin.submits.every((submit) => filesWith(profile, token(submit)).length === 0),
    ],
  ];
  for (const [fact, holds] of facts) console.log(`  ${holds ? 'yes' : 'NO '}  ${fact}`);
  return facts.every(([, holds]) => holds);
}

async function main(): Promise<boolean> {
  if (!(await ready())) return false;
  if (process.argv.includes('--open')) return openVisible();
  return demo();
}

process.exitCode = (await main()) ? 0 : 1;
