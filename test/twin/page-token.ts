// As the twin's own pages make them up.
const TOKEN = /^page-token-[\w-]{8,}$/;

// Whether it is the verification of a page, which is good for one call: it is used by that.
export function isFreshToken(token: unknown, used: Set<string>): boolean {
  if (typeof token !== 'string' || !TOKEN.test(token) || used.has(token)) return false;
  used.add(token);
  return true;
}
