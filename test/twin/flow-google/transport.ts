import type { Asked } from '../exchange';
import type { Account } from '../world';
import type { Accounts, OpenPage } from './accounts';
import { HttpRefused } from './refused';

export const ORIGIN = 'https://flow.google.com';
export const BATCH = /^(?:\/u\/(\d+))?\/_\/AiSandboxAngularFrontend\/data\/batchexecute$/;
const FORM = /^application\/x-www-form-urlencoded; ?charset=utf-8$/i;
const SOURCE = /^(?:\/u\/\d+)?(?:\/|\/project\/[0-9a-f-]{36}(?:\/(?:edit|scene)\/[0-9a-f-]{36})?)$/;

export interface RpcAsked {
  id: string;
  args: unknown;
  slot: string; // `generic` of one alone, else its number among them
}

export interface Envelope {
  account: Account;
  page: OpenPage;
  sourcePath: string;
  calls: RpcAsked[];
}

function checkOrigin({ method, headers }: Asked): void {
  if (method !== 'POST') throw new HttpRefused(405, 'method');
  if (headers.origin !== ORIGIN) throw new HttpRefused(403, 'origin');
  if (!headers.referer?.startsWith(`${ORIGIN}/`)) throw new HttpRefused(403, 'referer');
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  if (site !== 'same-origin') throw new HttpRefused(403, `sec-fetch-site: ${site}`);
}

function checkHeaders({ headers }: Asked): void {
  if (headers['x-same-domain'] !== '1') throw new HttpRefused(403, 'x-same-domain');
  if (headers.authorization !== undefined) throw new HttpRefused(400, 'authorization');
  if (!FORM.test(headers['content-type'] ?? '')) throw new HttpRefused(400, 'content-type');
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefused(400, what);
  }
}

function callsOf(text: string): RpcAsked[] {
  const outer = parsed(text, 'f.req');
  if (!Array.isArray(outer) || outer.length !== 1 || !Array.isArray(outer[0])) {
    throw new HttpRefused(400, 'f.req');
  }
  const calls = outer[0].map((entry: unknown): RpcAsked => {
    const [id, args, none, slot, ...more] = Array.isArray(entry) ? entry : [];
    const isWhole = none === null && more.length === 0;
    if (typeof id !== 'string' || typeof args !== 'string' || typeof slot !== 'string' || !isWhole)
      throw new HttpRefused(400, 'f.req');
    return { id, args: parsed(args, 'f.req: arguments'), slot };
  });
  const slots = new Set(calls.map(({ slot }) => slot));
  if (calls.length === 0 || slots.size !== calls.length) throw new HttpRefused(400, 'f.req: slots');
  return calls;
}

function checkQuery({ query }: Asked, calls: RpcAsked[], { sid, label }: OpenPage): string {
  const named = (query.rpcids ?? '').split(',').sort();
  const ids = [...new Set(calls.map(({ id }) => id))].sort();
  if (named.join() !== ids.join()) throw new HttpRefused(400, 'rpcids');
  if (query.bl !== label) throw new HttpRefused(400, 'bl');
  if (query['f.sid'] !== sid) throw new HttpRefused(400, 'f.sid');
  if (query.rt !== 'c') throw new HttpRefused(400, 'rt');
  if (!query.hl) throw new HttpRefused(400, 'hl');
  if (!/^\d+$/.test(query._reqid ?? '')) throw new HttpRefused(400, '_reqid');
  const path = query['source-path'] ?? '';
  if (!SOURCE.test(path)) throw new HttpRefused(400, 'source-path');
  return path;
}

// A request as the page makes it, or a refusal of the whole. There is no bearer token here: cookies
// say who it is, and `at` of one of that account's pages that it comes from there.
export function envelope(asked: Asked, accounts: Accounts): Envelope {
  checkOrigin(asked);
  const account = accounts.account(asked, Number(BATCH.exec(asked.path)?.[1] ?? 0));
  if (!account) throw new HttpRefused(401, 'signed out');
  checkHeaders(asked);
  const form = [...new URLSearchParams(asked.body ?? '')];
  const names = form.map(([name]) => name).sort();
  if (names.join() !== 'at,f.req') throw new HttpRefused(400, `form: ${names}`);
  const { at = '', 'f.req': request = '' } = Object.fromEntries(form);
  const page = accounts.page(at);
  if (page?.email !== account.email) throw new HttpRefused(400, 'at');
  const calls = callsOf(request);
  return { account, page, calls, sourcePath: checkQuery(asked, calls, page) };
}
