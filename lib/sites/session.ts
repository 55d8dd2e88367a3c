import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, text } from '@/lib/base/lenient';
import { failed, type Result, success } from '@/lib/base/result';
import type { Site } from '@/lib/flow/site';
import { parseSession as parseLabsSession } from '@/lib/labs/replies/session';

/** Whose page it is. */
export interface SiteSession {
  /** Only to be hashed and masked; never stored as it is. */
  readonly email: string;
  /** Absent on flow.google.com, where the page's calls carry cookies and a secret that stays there. */
  readonly token?: string;
}

type NoSession = 'signed-out' | 'run-out' | 'unreadable';

/** What the bridge in a page answers when it is asked who is signed in. */
export const parseSession = (site: Site, said: string): Result<SiteSession, NoSession> =>
  site === 'labs.google' ? ofLabs(said) : ofFlow(said);

function ofLabs(said: string): Result<SiteSession, NoSession> {
  const session = parseLabsSession(said);
  if (!session.ok) return session;
  const { email, token } = session.value;
  return email === undefined ? failed('unreadable') : success({ email, token });
}

const saidSchema = z.object({ email: lenient(text) });

/** There it is our own bridge's word: the address of the account, or nothing in it where nobody is. */
function ofFlow(said: string): Result<SiteSession, NoSession> {
  const parsed = saidSchema.safeParse(parseJson(said));
  if (!parsed.success) return failed('unreadable');
  const { email } = parsed.data;
  return email === undefined ? failed('signed-out') : success({ email });
}
