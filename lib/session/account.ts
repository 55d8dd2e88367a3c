import { createMutex } from '@/lib/base/mutex';
import { salt } from '@/lib/storage/items';

/** An account without its address: what jobs and views may know of it. */
export interface Account {
  /** Salted SHA-256 of the address, hex. */
  readonly id: string;
  /** a…@example.com */
  readonly label: string;
}

/** Hashes and masks the e-mail address of a session reply; the address itself goes nowhere. */
export async function accountOf(email: string, salt: string): Promise<Account> {
  const bytes = new TextEncoder().encode(`${salt}:${email.trim().toLowerCase()}`);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  const [name = '', host = ''] = email.split('@');
  return { id: hex(new Uint8Array(hash)), label: `${name.slice(0, 1)}…@${host}` };
}

const runExclusive = createMutex();

/**
 * The salt of this device, made when it is first wanted. The background is its one writer, and asks
 * for it in one line: two salts would make two accounts of one.
 */
export const ownSalt = (): Promise<string> =>
  runExclusive(async () => {
    const known = await salt.get();
    if (known !== '') return known;
    const fresh = hex(crypto.getRandomValues(new Uint8Array(16)));
    await salt.set(fresh);
    return fresh;
  });

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
