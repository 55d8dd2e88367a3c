import { type Answer, type Asked, json } from './exchange';
import { mediaCredits } from './media-form/project';
import { mediaStatus } from './media-form/status';
import { mediaSubmit } from './media-form/submit';
import type { Action } from './models';
import { denied, invalid, Refusal, unauthenticated } from './refusal';
import type { State } from './state';
import { checkStatus } from './status';
import { submit } from './submit';
import type { Account } from './world';

const ORIGIN = 'https://labs.google';
const CORS = { 'access-control-allow-origin': ORIGIN, vary: 'Origin' };

const SUBMITS: Record<string, Action> = {
  '/v1/video:batchAsyncGenerateVideoExtendVideo': 'extend',
  '/v1/video:batchAsyncGenerateVideoReshootVideo': 'reshoot',
  '/v1/video:batchAsyncGenerateVideoUpsampleVideo': 'upscale',
  '/v1/video:batchAsyncGenerateVideoReferenceImages': 'references',
};
const STATUS = '/v1/video:batchCheckAsyncVideoGenerationStatus';
const CREDITS = '/v1/credits';

function methodOf(path: string): string | undefined {
  if (path === CREDITS) return 'GET';
  return path === STATUS || path in SUBMITS ? 'POST' : undefined;
}

function kindOf(path: string): Pick<Answer, 'kind'> {
  if (path === STATUS) return { kind: 'status' };
  return path in SUBMITS ? { kind: 'submit' } : {};
}

function preflight({ headers }: Asked): Answer {
  if (headers.origin !== ORIGIN) return { status: 403, reason: 'preflight from another origin' };
  return {
    status: 204,
    headers: {
      ...CORS,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'authorization,content-type',
    },
  };
}

function checkHeaders({ method, headers, path }: Asked): void {
  if (method !== methodOf(path)) {
    throw new Refusal(404, 'NOT_FOUND', 'Method not found.');
  }
  if (headers.origin !== ORIGIN) throw denied('Requests from this origin are blocked: origin');
  if (headers.referer !== `${ORIGIN}/`) throw denied('Requests from this referer are blocked.');
  if (headers.cookie !== undefined) throw denied('Cookies are not accepted: cookie');
  if (method === 'POST' && headers['content-type'] !== 'text/plain;charset=UTF-8') {
    throw invalid('content-type', 'Expected text/plain;charset=UTF-8.');
  }
}

function holder({ headers }: Asked, { tokens, world, movedAccounts }: State): Account {
  const [, token] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
  const email = token === undefined ? undefined : tokens.holder(token);
  const account = world.accounts.find((each) => each.email === email);
  const moved = movedAccounts.get(email ?? '');
  if (moved === 403) throw denied('The caller does not have permission');
  if (account && moved === undefined) return account;
  throw unauthenticated();
}

function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    throw invalid('body', 'Invalid JSON payload received.');
  }
}

const credits = ({ balance, tier }: Account) => ({ credits: balance, userPaygateTier: tier });

function answerTo(asked: Asked, account: Account, state: State): Answer {
  if (asked.path === CREDITS) {
    const given = state.mishaps.given('credits');
    if (given) return given;
    return json(state.form === 'media' ? mediaCredits(account) : credits(account));
  }
  const body = parse(asked.body);
  const action = SUBMITS[asked.path];
  if (state.form === 'media')
    return action
      ? mediaSubmit(action, { asked, body, account, state })
      : mediaStatus(body, account, state);
  return action
    ? submit(action, { asked, body, account, state })
    : checkStatus(body, account, state);
}

function violations({ details, message }: Refusal): string {
  const found = JSON.stringify(details).match(/"field":"([^"]*)"/)?.[1];
  return found ? `${found}: ${message}` : message;
}

export function api(asked: Asked, state: State): Answer {
  if (asked.method === 'OPTIONS') return preflight(asked);
  const cors = asked.headers.origin === ORIGIN ? CORS : {};
  let account: Account | undefined;
  try {
    checkHeaders(asked);
    account = holder(asked, state);
    const answer = answerTo(asked, account, state);
    return { ...answer, account: account.email, headers: { ...answer.headers, ...cors } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      status: error.code,
      headers: { 'content-type': 'application/json; charset=UTF-8', ...cors, ...error.headers },
      body: error.body,
      reason: violations(error),
      ...(account ? { account: account.email } : {}),
      ...kindOf(asked.path),
    };
  }
}
