import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { api } from './api';
import { spki } from './certificate';
import type { TwinClock } from './clock';
import { createDoor, type Door } from './door';
import { type Answer, type Asked, type Call, read } from './exchange';
import type { FileFault } from './file-faults';
import { mediaHere } from './flow-google/asking';
import { createControls, type FlowGoogleControls } from './flow-google/controls';
import { flowGoogle } from './flow-google/site';
import { createGates } from './gates';
import type { Submit } from './ledger';
import type { Media } from './media';
import type { Answered, Given, Kind, Mishap } from './mishaps';
import type { Work } from './models';
import type { Operation } from './operations';
import { CLICK_PATH, pages } from './pages';
import { sessionAddress } from './sessions';
import { slowed } from './slowed';
import { createState, type State, type TwinOptions } from './state';
import { storage } from './storage';
import { TRPC, trpc } from './trpc';
import { type Account, PROJECTS } from './world';

export type {
  Account,
  Call,
  FlowGoogleControls,
  Given,
  Media,
  Mishap,
  Operation,
  Submit,
  TwinClock,
  TwinOptions,
};

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
  moved: boolean; // pages of labs.google redirect everybody to flow.google.com
  moveAccount(email: string, answer?: 401 | 403): () => void; // so for one account, whom the API answers with that (401); gives back what ends it
  newBuild(): void; // of flow.google.com: every call has another id, and those of before are refused
  flowGoogle: FlowGoogleControls;
  verifies: boolean; // the page adds a verification to each submit, and one without is refused
  holdReplies(kind: Kind): () => void;
  holdWork(action?: Work): () => void; // operations started from now on run until what it gives back is called, and are done then
  mishap(kind: Kind, mishap: Mishap, times?: number, about?: string): () => void; // next calls of that kind, or those of them whose body contains that text; gives back what ends it
  answerWith(kind: Answered, given: Given, times?: number, about?: string): () => void; // any status, headers, body
  unplug(): () => void; // every connection breaks and none can be made until it is plugged in again
  holdClick(): () => void; // a list opened with ?prerender opens its first project once this is let go
  holdFiles(): () => void; // of every file from storage comes the beginning, and the rest when this is let go
  holdFileAnswers(): () => void; // no file's answer begins until this is let go
  spoilFiles(fault: FileFault, mediaKey?: string): () => void; // clips of storage; gives back what ends it
  renewAddresses(): void; // those given out so far are refused, whatever their `Expires` says
  pageUrl(projectKey?: string, locale?: string): string; // a key of PROJECTS
  stop(): Promise<void>;
}

function labs(asked: Asked, state: State): Answer {
  const account = state.sessions.account(asked);
  if (asked.path === '/fx/api/auth/session') {
    const own = sessionAddress(account, state.tokens, state.clock.now());
    return state.mishaps.given('session') ?? own;
  }
  if (asked.path.startsWith(TRPC))
    return state.mishaps.given('trpc') ?? trpc(asked, account, state);
  return pages(asked, state);
}

function answerTo(asked: Asked, state: State): Answer {
  state.operations.settle();
  if (asked.path === CLICK_PATH) return { status: 204, headers: { 'cache-control': 'no-store' } };
  switch (asked.host) {
    case 'labs.google':
      return labs(asked, state);
    case 'aisandbox-pa.googleapis.com':
      return api(asked, state);
    case 'flow-content.google':
    case 'storage.googleapis.com':
      return storage(asked, mediaHere(state), state.signer, state.fileFaults);
    case 'flow.google.com':
      return flowGoogle(asked, state);
    default:
      return { status: 421, reason: `unknown host ${asked.host}` };
  }
}

function send(
  answer: Answer,
  method: string,
  response: ServerResponse,
  passed: () => Promise<void>,
): void {
  response.writeHead(answer.status, answer.headers);
  if (method === 'HEAD' || !answer.file) {
    response.end(method === 'HEAD' ? undefined : answer.body);
    return;
  }
  const { path, start, end, breaks } = answer.file;
  if (breaks) {
    const half = createReadStream(path, { start, end: Math.floor((start + end) / 2) });
    half.on('end', () => response.socket?.destroy()).pipe(response, { end: false });
    return;
  }
  // A browser drops a video's connection whenever it has enough.
  pipeline(createReadStream(path, { start, end }), slowed(passed), response).catch(() => {});
}

// Behind a door of its own, unless one is given: that one stays when the twin stops.
export async function startTwin(options: TwinOptions = {}, given?: Door): Promise<Twin> {
  const door = given ?? (await createDoor());
  const state = createState(options);
  const calls: Call[] = [];
  const gates = createGates();

  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const asked = await read(message, state.clock.now());
    const answer = answerTo(asked, state);
    const { status, account, reason, rpcs, kind } = answer;
    const call: Call = {
      ...asked,
      status,
      ...(account === undefined ? {} : { account }),
      ...(reason === undefined ? {} : { reason }),
      ...(rpcs === undefined ? {} : { rpcs }),
    };
    calls.push(call);
    response.once('close', () => {
      if (!response.writableFinished) call.leftAt = state.clock.now();
    });
    if (kind) await gates.passed(kind);
    if (answer.file) await gates.passed('answer of a file');
    if (asked.path === CLICK_PATH) await gates.passed('click');
    // Half a head: a browser sends again by itself if a used connection breaks before the first byte.
    if (answer.broken === 'cut') response.socket?.end('HTTP/1.1 200 OK\r\ncontent-type: ');
    else if (answer.broken === 'reset') response.socket?.destroy();
    else if (answer.broken !== 'hang')
      send(answer, asked.method, response, () => gates.passed('file'));
  };

  let plugs = 0;
  door.enter({
    letsIn: () => plugs === 0,
    answer(message, response) {
      serve(message, response).catch((error: unknown) => {
        // A browser that goes away in the middle of a request is no fault of the twin.
        if (!message.destroyed || message.complete) console.error('twin:', error);
        response.destroy();
      });
    },
  });

  const twin: Twin = {
    port: door.port,
    spki,
    chromiumArgs: door.chromiumArgs,
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
      state.flowGoogle.accounts.signOut(email);
    },
    get verifies() {
      return state.verifies;
    },
    set verifies(on) {
      state.verifies = on;
    },
    get moved() {
      return state.moved;
    },
    set moved(on) {
      state.moved = on;
    },
    moveAccount(email, answer = 401) {
      state.movedAccounts.set(email, answer);
      return () => void state.movedAccounts.delete(email);
    },
    newBuild: () => state.flowGoogle.builds.next(),
    flowGoogle: createControls(state, calls),
    holdReplies: gates.hold,
    holdClick: () => gates.hold('click'),
    holdFiles: () => gates.hold('file'),
    holdFileAnswers: () => gates.hold('answer of a file'),
    spoilFiles: state.fileFaults.add,
    renewAddresses: state.signer.renew,
    holdWork: state.operations.hold,
    mishap: state.mishaps.add,
    answerWith: state.mishaps.answer,
    unplug() {
      plugs += 1;
      door.end();
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
      if (given) door.leave();
      else await door.close();
    },
  };
  return twin;
}
