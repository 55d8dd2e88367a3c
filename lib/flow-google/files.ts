import { expiresAt, isFileUrl } from '@/lib/flow/file-url';
import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import type { Media } from '@/lib/flow/media';

/**
 * A picture by its token, and perhaps what is asked of it (`=s0`), at the hosts that records have named as
 * they moved in autumn 2026 (reported).
 */
const ASB =
  /^https:\/\/(?:lh3\.googleusercontent|contribution\.fife\.usercontent\.google|flow\.google)\.com\/asb\/([\w-]{8,2000})(?:=[\w-]{0,100})?(?:[?#]|$)/;

/** The file of a record, where it lies where Flow's files do; signed, with its end in epoch ms. */
export function fileOf(url: string | undefined): Pick<Media, 'url' | 'urlExpiresAt'> {
  if (url === undefined || !isFileUrl(url)) return {};
  const ends = expiresAt(url);
  return { url, ...(ends !== undefined && { urlExpiresAt: ends }) };
}

/**
 * The first of some URLs at which a picture of Flow's lies. One by token is always that of the page's
 * own origin, whichever host the record names: the only one that still answers, and without an end.
 */
export function posterOf(
  urls: readonly (string | undefined)[],
): Pick<Media, 'poster' | 'posterExpiresAt'> {
  for (const named of urls) {
    const [, token] = ASB.exec(named ?? '') ?? [];
    if (token !== undefined) return { poster: `${NEW_FLOW_ORIGIN}/asb/${token}` };
    const { url: poster, urlExpiresAt: posterExpiresAt } = fileOf(named);
    if (poster !== undefined)
      return { poster, ...(posterExpiresAt !== undefined && { posterExpiresAt }) };
  }
  return {};
}
