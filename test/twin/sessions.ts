import { randomBytes } from 'node:crypto';
import { type Answer, type Asked, json } from './exchange';
import type { Tokens } from './tokens';
import type { Account, World } from './world';

const COOKIE = '__Secure-next-auth.session-token';
const SESSION_MS = 30 * 24 * 3_600_000;

export interface Sessions {
  account(asked: Asked): Account | undefined;
  signIn(asked: Asked): Record<string, string>; // headers for a page's answer
  comingTo(asked: Asked): Account | undefined; // who is signed in on the page that is asked for
  signOut(email: string): void;
}

function cookie(asked: Asked): string | undefined {
  const pairs = (asked.headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

// A page asked for with ?as=<e-mail> signs that account in (?as=nobody signs out); one asked for
// without a cookie signs in the first account, so that most tests need say nothing.
export function createSessions(world: World): Sessions {
  const open = new Map<string, string>();
  const find = (email: string | undefined) =>
    world.accounts.find((account) => account.email === email);
  const signedIn = (asked: Asked) => open.get(cookie(asked) ?? '');
  const wantedBy = (asked: Asked) =>
    asked.query.as ?? (cookie(asked) ? undefined : world.accounts[0]?.email);
  return {
    account: (asked) => find(signedIn(asked)),
    comingTo: (asked) => find(wantedBy(asked) ?? signedIn(asked)),
    signIn(asked) {
      const wanted = wantedBy(asked);
      if (!wanted) return {};
      const secret = randomBytes(24).toString('base64url');
      open.set(secret, wanted);
      return { 'set-cookie': `${COOKIE}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax` };
    },
    signOut(email) {
      for (const [secret, holder] of open) if (holder === email) open.delete(secret);
    },
  };
}

// The site's sign-in library sends this with every session, so that no cache keeps a token.
const UNCACHED = { 'cache-control': 'private, no-cache, no-store' };

export function sessionAddress(account: Account | undefined, tokens: Tokens, now: number): Answer {
  const { name, email } = account ?? {};
  const session = email !== undefined && {
    user: { name, email, image: 'https://lh3.googleusercontent.com/a/twin=s96-c' },
    expires: new Date(now + SESSION_MS).toISOString(), // the session's end, not the token's
    access_token: tokens.current(email),
  };
  const answer = json(session || {});
  return {
    ...answer,
    headers: { ...answer.headers, ...UNCACHED },
    ...(email === undefined ? {} : { account: email }),
  };
}
