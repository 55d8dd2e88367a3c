import type { Media } from '@/lib/flow/media';

/** For comparing: without case and without the marks on letters, as people type when they look. */
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Those whose title has every word of the search somewhere in it; all where nothing is sought. */
export function matching(images: readonly Media[], sought: string): readonly Media[] {
  const words = plain(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  return images.filter(({ title }) => words.every((word) => plain(title).includes(word)));
}
