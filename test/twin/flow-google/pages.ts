import { readFileSync } from 'node:fs';
import type { Answer, Asked } from '../exchange';
import type { State } from '../state';
import type { Account } from '../world';
import { numberOf } from './accounts';
import { METHODS } from './rpc-ids';

const PLACE =
  /^(?:\/u\/(\d+))?(\/|\/project\/[0-9a-f-]{36}(?:\/(?:edit|scene)\/[0-9a-f-]{36})?|\/about|\/unsupported-country)$/;
const STATIC = /^\/_\/static\/((?:flow-google\/)?[\w-]+)\.(js|css)$/;
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

const file = (path: string) => readFileSync(new URL(`../page/${path}`, import.meta.url), 'utf8');

const UNKEPT = { 'cache-control': 'no-store' };
const html = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  ...{ status, body },
  headers: { 'content-type': 'text/html; charset=utf-8', ...UNKEPT, ...headers },
});

// The ids of calls are part of a build's scripts: a page knows those of the moment it was loaded.
function withIds(text: string, { flowGoogle }: State): string {
  const { idOf } = flowGoogle.builds.current();
  const entries = METHODS.map(({ name }) => [name, idOf(name)]);
  return text.replace('{}', JSON.stringify(Object.fromEntries(entries)));
}

// The page's own files, and what it shares with that of labs.google.
function script(name: string, type: string, state: State): Answer {
  const scope = name === 'attack-worker' ? { 'service-worker-allowed': '/' } : {};
  const headers = { 'content-type': `${TYPES[type]}; charset=utf-8`, ...UNKEPT, ...scope };
  try {
    const text = file(`${name}.${type}`);
    const body = name === 'flow-google/ids' ? withIds(text, state) : text;
    return { status: 200, headers, body };
  } catch {
    return { status: 404 };
  }
}

// WIZ_global_data: names as in all pages of that make; signed out has none of the signed-in ones.
function globals(account: Account | undefined, index: number, state: State): string {
  const { builds, accounts } = state.flowGoogle;
  const build = builds.current();
  const prefix = index > 0 ? `/u/${index}` : '';
  const own = account && accounts.open(account, build);
  const data = {
    FdrFJe: own?.sid ?? '-1',
    Im6cmf: `${prefix}/_/AiSandboxAngularFrontend`,
    GWsdKe: 'en',
    cfb2h: build.label,
    eptZe: `${prefix}/_/AiSandboxAngularFrontend/`,
    QrtxK: String(index),
    ...(account && own
      ? {
          S06Grb: numberOf(account),
          SNlM0e: own.at,
          oPEP7c: account.email,
          qDCSke: numberOf(account),
        }
      : {}),
  };
  return `window.WIZ_global_data = ${JSON.stringify(data).replace(/</g, '\\u003c')};`;
}

// ?attack, ?attack=natives: a hostile script comes before all of the page's own modules.
function withHostile(page: string, { query: { attack } }: Asked): string {
  if (attack === undefined) return page;
  const name = attack === 'natives' ? 'attack-natives' : 'flow-google/attack';
  return page.replace(
    '<script type="module"',
    `<script type="module" src="/_/static/${name}.js"></script>\n    <script type="module"`,
  );
}

export function pages(asked: Asked, state: State): Answer {
  const [, name, type] = STATIC.exec(asked.path) ?? [];
  if (name !== undefined && type !== undefined) return script(name, type, state);
  const found = PLACE.exec(asked.path);
  if (!found) return html(404, '<!doctype html><title>404</title>Not found');
  const index = Number(found[1] ?? 0);
  const { headers, primary } = state.flowGoogle.accounts.signIn(asked);
  const account = state.flowGoogle.accounts.at(primary, index);
  const isApp = !/^\/(about|unsupported-country)$/.test(found[2] ?? '');
  const page = file(`flow-google/${isApp ? 'app' : 'plain'}.html`);
  const whole = page
    .replace('/* globals */', () => globals(account, index, state))
    .replace('what it says', found[2] === '/about' ? 'Confirm it’s you' : 'Not in your country');
  const answer = html(200, withHostile(whole, asked), headers);
  return account ? { ...answer, account: account.email } : answer;
}
