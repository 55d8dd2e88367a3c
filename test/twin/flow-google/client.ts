import { type Reply, send } from '../client';
import type { Twin } from '../twin';
import { PROJECTS } from '../world';

const HOST = 'flow.google.com';
export const ORIGIN = `https://${HOST}`;

// A page as somebody has it open.
export interface Opened {
  cookie: string;
  prefix: string;
  at: string;
  sid: string;
  label: string;
  globals: Record<string, string>;
  status: number;
}

export async function open(
  twin: Twin,
  query = '?as=ada@example.com',
  prefix = '',
  cookie?: string,
): Promise<Opened> {
  const headers = cookie === undefined ? {} : { cookie };
  const path = `${prefix}/project/${PROJECTS.elm.id}${query}`;
  const page = await send(twin, { host: HOST, path, headers });
  const [, json = '{}'] = /WIZ_global_data = (.*);/.exec(page.bytes.toString()) ?? [];
  const globals = JSON.parse(json) as Record<string, string>;
  const own = String(page.headers['set-cookie'] ?? '').split(';')[0] || cookie || '';
  const { SNlM0e: at = '', FdrFJe: sid = '', cfb2h: label = '' } = globals;
  return { cookie: own, prefix, at, sid, label, globals, status: page.status };
}

// What is other than the page would have it.
export interface Tweaks {
  method?: string;
  headers?: Record<string, string | undefined>;
  query?: Record<string, string | undefined>;
  form?: Record<string, string | undefined>;
}

const given = (all: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));

export function post(
  twin: Twin,
  page: Opened,
  calls: [name: string, args: unknown][],
  { method = 'POST', headers = {}, query = {}, form = {} }: Tweaks = {},
): Promise<Reply> {
  const ids = calls.map(([name]) => (name.includes('.') ? twin.flowGoogle.idOf(name) : name));
  const slotOf = (index: number) => (calls.length === 1 ? 'generic' : String(index + 1));
  const entries = calls.map(([, args], index) => [
    ...[ids[index], JSON.stringify(args), null, slotOf(index)],
  ]);
  const asked = new URLSearchParams(
    given({
      rpcids: [...new Set(ids)].join(','),
      'source-path': `/project/${PROJECTS.elm.id}`,
      bl: page.label,
      'f.sid': page.sid,
      ...{ hl: 'en', _reqid: '101234', rt: 'c' },
      ...query,
    }),
  );
  const body = new URLSearchParams(
    given({ 'f.req': JSON.stringify([entries]), at: page.at, ...form }),
  );
  return send(twin, {
    host: HOST,
    path: `${page.prefix}/_/AiSandboxAngularFrontend/data/batchexecute?${asked}`,
    method,
    headers: given({
      cookie: page.cookie,
      origin: ORIGIN,
      referer: `${ORIGIN}/project/${PROJECTS.elm.id}`,
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-same-domain': '1',
      ...headers,
    }),
    ...(method === 'POST' ? { body: `${body}` } : {}),
  });
}

// Entries of a reply, by slot.
export function answers(reply: Reply): Record<string, { payload?: unknown; error?: unknown }> {
  const lines = reply.bytes.toString().split('\n');
  const entries = lines
    .filter((line) => line.startsWith('['))
    .flatMap((line) => JSON.parse(line) as unknown[][])
    .filter(([kind]) => kind === 'wrb.fr');
  return Object.fromEntries(
    entries.map(([, , payload, , , error, slot]) => [
      String(slot),
      typeof payload === 'string' ? { payload: JSON.parse(payload) as unknown } : { error },
    ]),
  );
}

export async function ask(twin: Twin, page: Opened, name: string, args: unknown) {
  return answers(await post(twin, page, [[name, args]])).generic ?? {};
}
