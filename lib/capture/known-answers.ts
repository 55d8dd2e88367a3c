import type { Body } from './packed-call';

/** URLs whose last answer is remembered. */
const URLS_AT_MOST = 200;

/** What the background knows already: for each URL a digest of the last answer, never the answer. */
export interface KnownAnswers {
  has(url: string, digest: string): boolean;
  keep(url: string, digest: string): void;
  /** Another background, or a page that came back: everything is news again. */
  forget(): void;
}

export function createKnownAnswers(): KnownAnswers {
  const last = new Map<string, string>();
  return {
    has: (url, digest) => last.get(url) === digest,
    keep(url, digest) {
      last.delete(url);
      last.set(url, digest);
      const [oldest] = last.keys();
      if (last.size > URLS_AT_MOST && oldest !== undefined) last.delete(oldest);
    },
    forget: () => last.clear(),
  };
}

/** SHA-256 of a text or of bytes, counted outside the page's main thread. */
export async function digestOf(body: Body): Promise<string> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
