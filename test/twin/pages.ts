import { readFileSync } from 'node:fs';
import type { Answer, Asked } from './exchange';
import type { State } from './state';

const PAGE =
  /^\/fx(?:\/([a-z]{2}(?:-[A-Za-z0-9]{2,4})?))?\/tools\/flow(\/project\/[0-9a-f-]{36}(?:\/(?:edit|scenes|scene)\/[\w-]+)?)?\/?$/;
export const CLICK_PATH = '/fx/_twin/click';
const STATIC = /^\/fx\/_next\/static\/([\w-]+\.(?:js|css))$/;
const TYPES = { js: 'text/javascript', css: 'text/css' };

const file = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');

function html(status: number, body: string, headers: Record<string, string> = {}): Answer {
  const always = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers: { ...always, ...headers }, body };
}

// ?attack, ?attack=natives: a hostile script comes before all of the page's own.
function withHostile(page: string, { query: { attack } }: Asked): string {
  if (attack === undefined) return page;
  const name = attack === 'natives' ? 'attack-natives' : 'attack';
  const first = `<script type="module" src="/fx/_next/static/${name}.js"></script>`;
  return page.replace('<script', `${first}\n    <script`);
}

function staticFile(name: string): Answer {
  const type = name.endsWith('.js') ? TYPES.js : TYPES.css;
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...(name === 'attack-worker.js' && { 'service-worker-allowed': '/fx/' }),
  };
  try {
    return { status: 200, headers, body: file(name) };
  } catch {
    return { status: 404 };
  }
}

export function pages(asked: Asked, state: State): Answer {
  const [, name] = STATIC.exec(asked.path) ?? [];
  if (name) return staticFile(name);
  const found = PAGE.exec(asked.path);
  if (!found) return html(404, '<!doctype html><title>404</title>Not found');
  const [, locale = 'en', project = ''] = found;
  const account = state.sessions.comingTo(asked);
  if (state.moved || state.movedAccounts.has(account?.email ?? '')) {
    if (account) state.flowGoogle.accounts.arrive(account.email);
    const place = project.replace(/\/(?:edit|scenes?)\/.*/, '');
    // Not to be kept by a browser, as it else would be: a test lets an account come back.
    return {
      status: 308,
      headers: {
        ...{ location: `https://flow.google.com${place || '/'}`, 'cache-control': 'no-store' },
        ...state.sessions.signIn(asked),
      },
    };
  }
  const form = state.form === 'media' ? ' data-form="media"' : '';
  const page = file('flow.html').replace('lang="en"', `lang="${locale}"${form}`);
  return html(200, withHostile(page, asked), {
    ...state.sessions.signIn(asked),
  });
}
