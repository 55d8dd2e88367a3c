import { randomBytes } from 'node:crypto';
import type { TwinClock } from './clock';

interface Token {
  text: string;
  email: string;
  givenAt: number;
  revoked: boolean;
}

// The session address goes on giving the same token until it is this old.
const KEPT_MS = 45 * 60_000;

export interface Tokens {
  ttlMs: number;
  current(email: string): string;
  holder(text: string): string | undefined; // the e-mail, if the token is valid now
  revoke(email?: string): void;
}

export function createTokens(clock: TwinClock, ttlMs: number): Tokens {
  const given: Token[] = [];
  // A life set shorter than an hour would else leave the session address giving a dead token.
  const keptMs = Math.min(KEPT_MS, ttlMs * 0.75);
  return {
    ttlMs,
    current(email) {
      const now = clock.now();
      const known = given.findLast(
        (token) => token.email === email && !token.revoked && now - token.givenAt < keptMs,
      );
      if (known) return known.text;
      const text = `ya29.twin-${randomBytes(48).toString('base64url')}`;
      given.push({ text, email, givenAt: now, revoked: false });
      return text;
    },
    holder(text) {
      const token = given.find((each) => each.text === text);
      const alive = token && !token.revoked && clock.now() - token.givenAt < ttlMs;
      return alive ? token.email : undefined;
    },
    revoke(email) {
      for (const token of given) if (!email || token.email === email) token.revoked = true;
    },
  };
}
