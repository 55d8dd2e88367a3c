/** Text as it is compared: without accents, case, width and runs of spaces, in any script. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** A search: every word of it has to occur. An empty one finds everything. */
export function searchFor(words: string): (plainText: string) => boolean {
  const wanted = plain(words).split(' ');
  return (text) => wanted.every((word) => text.includes(word));
}
