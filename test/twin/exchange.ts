import type { IncomingMessage } from 'node:http';

export interface Asked {
  at: number;
  host: string;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: string;
}

// One call of a batchexecute.
export interface Rpc {
  id: string;
  name?: string; // the method; none where the id is of no call of this build
  generates: boolean; // a call that the page's own verification goes with
  verified: boolean; // one came with it
  args: unknown;
  refused?: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  file?: { path: string; start: number; end: number; breaks?: boolean }; // both ends inclusive; breaks half way
  account?: string;
  reason?: string;
  kind?: 'submit' | 'status';
  rpcs?: readonly Rpc[];
  broken?: 'cut' | 'reset' | 'hang'; // what becomes of the connection instead of an answer
}

export interface Call extends Asked {
  status: number;
  account?: string;
  reason?: string;
  rpcs?: readonly Rpc[]; // of a batchexecute, in the order of the request
  leftAt?: number; // when the caller gave up waiting, where no answer came
}

export async function read(message: IncomingMessage, at: number): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const url = new URL(message.url ?? '/', `https://${host || 'nowhere.invalid'}`);
  return {
    at,
    host,
    method: message.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks).toString('utf8') } : {}),
  };
}

export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(value),
  };
}
