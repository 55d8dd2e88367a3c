import { plain, searchFor } from '@/lib/base/search';
import type { Media } from '@/lib/flow/media';

/** Those whose title has every word of the search somewhere in it; all where nothing is sought. */
export function matching(images: readonly Media[], sought: string): readonly Media[] {
  const finds = searchFor(sought);
  return images.filter(({ title }) => finds(plain(title)));
}
