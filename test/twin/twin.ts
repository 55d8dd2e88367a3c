import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { api } from './api';
import { certificate, spki } from './certificate';
import type { TwinClock } from './clock';
import { type Answer, type Asked, type Call, read } from './exchange';
import { createGates } from './gates';
import type { Submit } from './ledger';
import type { Media } from './media';
import type { Kind, Mishap } from './mishaps';
import type { Operation } from './operations';
import { newFlow, pages } from './pages';
import { sessionAddress } from './sessions';
import { slowed } from './slowed';
import { createState, type State, type TwinOptions } from './state';
import { storage } from './storage';
import { TRPC, trpc } from './trpc';
import { type Account, PROJECTS } from './world';

export type { Account, Call, Media, Mishap, Operation, Submit, TwinClock, TwinOptions };

export interface Twin {
  port: number;
  spki: string; // for --ignore-certificate-errors-spki-list
  chromiumArgs: string[];
  clock: TwinClock;
  accounts: Account[]; // balances are live
  calls: readonly Call[];
  submits: readonly Submit[]; // accepted ones only
  operation(name: string): Operation | undefined;
  media(): readonly Media[];
  revokeTokens(): void;
  signOut(email: string): void;
  moved: boolean; // pages redirect to the new Flow
  holdReplies(kind: Kind): () => void;
  mishap(kind: Kind, mishap: Mishap, times?: number): () => void; // next calls of that kind; gives back what ends it
  unplug(): () => void; // every connection breaks and none can be made until it is plugged in again
  trickle?: number | undefined; // bytes a second of every file from storage
  pageUrl(projectKey?: string, locale?: string): string; // a key of PROJECTS
  stop(): Promise<void>;
}

const HOSTS = [
  'labs.google',
  'aisandbox-pa.googleapis.com',
  'storage.googleapis.com',
  'flow.google.com',
];

function labs(asked: Asked, state: State): Answer {
  const account = state.sessions.account(asked);
  if (asked.path === '/fx/api/auth/session') {
    return sessionAddress(account, state.tokens, state.clock.now());
  }
  if (asked.path.startsWith(TRPC)) return trpc(asked, account, state);
  return pages(asked, state);
}

function answerTo(asked: Asked, state: State): Answer {
  state.operations.settle();
  switch (asked.host) {
    case 'labs.google':
      return labs(asked, state);
    case 'aisandbox-pa.googleapis.com':
      return api(asked, state);
    case 'storage.googleapis.com':
      return storage(asked, state.world.media, state.signer);
    case 'flow.google.com':
      return newFlow();
    default:
      return { status: 421, reason: `unknown host ${asked.host}` };
  }
}

function send(answer: Answer, method: string, response: ServerResponse, pace?: number): void {
  response.writeHead(answer.status, answer.headers);
  if (method === 'HEAD' || !answer.file) {
    response.end(method === 'HEAD' ? undefined : answer.body);
    return;
  }
  const { path, start, end } = answer.file;
  // A browser drops a video's connection whenever it has enough.
  pipeline(createReadStream(path, { start, end }), slowed(pace), response).catch(() => {});
}

export async function startTwin(options: TwinOptions = {}): Promise<Twin> {
  const state = createState(options);
  const calls: Call[] = [];
  const gates = createGates();

  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const asked = await read(message, state.clock.now());
    const answer = answerTo(asked, state);
    const { status, account, reason, kind } = answer;
    calls.push({
      ...asked,
      status,
      ...(account === undefined ? {} : { account }),
      ...(reason === undefined ? {} : { reason }),
    });
    if (kind) await gates.passed(kind);
    // Half a head: a browser sends again by itself if a used connection breaks before the first byte.
    if (answer.broken === 'cut') response.socket?.end('HTTP/1.1 200 OK\r\ncontent-type: ');
    else if (answer.broken === 'reset') response.socket?.destroy();
    else if (answer.broken !== 'hang') send(answer, asked.method, response, twin.trickle);
  };

  const server = createServer(certificate, (message, response) => {
    serve(message, response).catch((error: unknown) => {
      // A browser that goes away in the middle of a request is no fault of the twin.
      if (!message.destroyed || message.complete) console.error('twin:', error);
      response.destroy();
    });
  });
  // Longer than any pause of a test: a browser that meets a closing connection sends again by itself.
  server.keepAliveTimeout = 120_000;
  let plugs = 0;
  server.on('connection', (socket) => {
    if (plugs > 0) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const maps = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', ');

  const twin: Twin = {
    port,
    spki,
    chromiumArgs: [
      `--host-resolver-rules=${maps}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    clock: state.clock,
    accounts: state.world.accounts,
    calls,
    submits: state.submits,
    operation: state.operations.get,
    media() {
      state.operations.settle();
      return state.world.media;
    },
    revokeTokens: () => state.tokens.revoke(),
    signOut(email) {
      state.sessions.signOut(email);
      state.tokens.revoke(email);
    },
    get moved() {
      return state.moved;
    },
    set moved(on) {
      state.moved = on;
    },
    holdReplies: gates.hold,
    mishap: state.mishaps.add,
    unplug() {
      plugs += 1;
      server.closeAllConnections();
      return () => {
        plugs -= 1;
      };
    },
    pageUrl(projectKey, locale) {
      const start = `https://labs.google/fx${locale ? `/${locale}` : ''}/tools/flow`;
      if (projectKey === undefined) return start;
      const found = Object.entries(PROJECTS).find(([key]) => key === projectKey);
      if (!found) throw new Error(`No project ${projectKey} in the twin's world`);
      return `${start}/project/${found[1].id}`;
    },
    async stop() {
      gates.openAll();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return twin;
}
