import * as z from 'zod/mini';
import { failed, type Result, success } from '@/lib/base/result';
import { parseJson } from './json';

const signedIn = z.object({
  access_token: z.string().check(z.minLength(1)),
  user: z.optional(z.object({ email: z.optional(z.string()) })),
});

export interface SessionReply {
  readonly token: string;
  /** Only to be hashed and masked; never stored as it is. */
  readonly email?: string;
}

/**
 * Parses the session address. Signed out answers 200 with `{}`. `expires` there is the session's
 * end, not the token's: the token lives about an hour (public reports of 2026).
 */
export function parseSession(body: string): Result<SessionReply, 'signed-out' | 'unreadable'> {
  const value = parseJson(body);
  const parsed = signedIn.safeParse(value);
  if (parsed.success) {
    const { access_token: token, user } = parsed.data;
    return success({ token, ...(user?.email !== undefined && { email: user.email }) });
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return failed(isObject ? 'signed-out' : 'unreadable');
}
