import { createHash, randomBytes } from 'node:crypto';
import type { Asked } from '../exchange';
import type { Account, World } from '../world';
import type { Build } from './rpc-ids';

const COOKIE = '__Secure-1PSID';

// What a page was loaded with: the values that each of its calls brings along.
export interface OpenPage {
  email: string;
  at: string; // SNlM0e
  sid: string; // FdrFJe
  label: string; // cfb2h
}

export interface Accounts {
  account(asked: Asked, index: number): Account | undefined; // of /u/<index>; the one signed in is 0
  signIn(asked: Asked): { headers: Record<string, string>; primary: Account | undefined };
  at(primary: Account | undefined, index: number): Account | undefined;
  open(account: Account, build: Build): OpenPage;
  page(at: string): OpenPage | undefined;
  signOut(email: string): void;
  arrive(email: string): void; // comes from labs.google: signed in on the next page here
}

function cookieOf({ headers }: Asked): string | undefined {
  const pairs = (headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

// Signs in by ?as=<e-mail>, who comes from labs.google, or without a cookie the first account. A browser is signed in to all accounts of the world: the others are /u/1 and so on.
export function createAccounts(world: World): Accounts {
  const open = new Map<string, string>();
  const pages = new Map<string, OpenPage>();
  const first = world.accounts[0]?.email;
  let arriving: string | undefined;
  const find = (email: string | undefined) =>
    world.accounts.find((account) => account.email === email);
  const at = (primary: Account | undefined, index: number) => {
    if (!primary) return undefined;
    return [primary, ...world.accounts.filter((each) => each !== primary)][index];
  };
  return {
    at,
    account: (asked, index) => at(find(open.get(cookieOf(asked) ?? '')), index),
    signIn(asked) {
      const cookie = cookieOf(asked);
      const wanted = asked.query.as ?? arriving ?? (cookie === undefined ? first : undefined);
      arriving = undefined;
      if (wanted === undefined) return { headers: {}, primary: find(open.get(cookie ?? '')) };
      const secret = randomBytes(24).toString('base64url');
      open.set(secret, wanted);
      const cookies = `${COOKIE}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`;
      return { headers: { 'set-cookie': cookies }, primary: find(wanted) };
    },
    open({ email }, { label }) {
      const at = `AKv${randomBytes(21).toString('base64url')}:${Date.now()}`;
      const sid = `-${BigInt(`0x${randomBytes(7).toString('hex')}`)}`;
      const page = { email, at, sid, label };
      pages.set(at, page);
      return page;
    },
    page: (at) => pages.get(at),
    signOut(email) {
      for (const [secret, holder] of open) if (holder === email) open.delete(secret);
    },
    arrive(email) {
      arriving = email;
    },
  };
}

// The number that stands for an account in such pages: 21 digits.
export const numberOf = ({ email }: Account): string =>
  `1${BigInt(`0x${createHash('sha256').update(email).digest('hex')}`)}`.slice(0, 21);
