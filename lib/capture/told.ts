import type { Body } from './observation';

/** Addresses whose last answer is remembered. */
const ADDRESSES_AT_MOST = 200;

/** What the background knows already: for each address a digest of the last answer, never the answer. */
export interface Told {
  has(address: string, digest: string): boolean;
  keep(address: string, digest: string): void;
  /** Another background, or a page that came back: everything is news again. */
  forget(): void;
}

export function createTold(): Told {
  const last = new Map<string, string>();
  return {
    has: (address, digest) => last.get(address) === digest,
    keep(address, digest) {
      last.delete(address);
      last.set(address, digest);
      const [oldest] = last.keys();
      if (last.size > ADDRESSES_AT_MOST && oldest !== undefined) last.delete(oldest);
    },
    forget: () => last.clear(),
  };
}

/** SHA-256 of a text or of bytes, counted outside the page's main thread. */
export async function digestOf(body: Body): Promise<string> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
