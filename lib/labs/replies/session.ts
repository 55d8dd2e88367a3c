import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, text } from '@/lib/base/lenient';
import { failed, type Result, success } from '@/lib/base/result';

const sessionSchema = z.object({
  access_token: lenient(text),
  user: lenient(z.object({ email: lenient(text) })),
  error: z.optional(z.unknown()),
});

export interface SessionReply {
  readonly token: string;
  /** Only to be hashed and masked; never stored as it is. */
  readonly email?: string;
}

/**
 * Parses the session URL. Signed out answers 200 with `{}`. `expires` there is the session's
 * end, not the token's: the token lives about an hour. `error` (`ACCESS_TOKEN_REFRESH_NEEDED`) says
 * that the page's session has run out; the token beside it no longer works (public reports of 2026).
 */
export function parseSession(
  body: string,
): Result<SessionReply, 'signed-out' | 'run-out' | 'unreadable'> {
  const parsed = sessionSchema.safeParse(parseJson(body));
  if (!parsed.success) return failed('unreadable');
  const { access_token: token, user, error } = parsed.data;
  if (error) return failed('run-out');
  if (token === undefined) return failed('signed-out');
  return success({ token, ...(user?.email !== undefined && { email: user.email }) });
}
