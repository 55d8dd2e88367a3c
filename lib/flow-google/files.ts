import { expiresAt, isFileUrl } from '@/lib/flow/file-url';
import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import type { Media } from '@/lib/flow/media';

/** Hosts that records have named for `/asb/<token>`, as they moved in autumn 2026 (reported). */
const ASB_ORIGINS: readonly string[] = [
  'https://lh3.googleusercontent.com',
  'https://contribution.fife.usercontent.google.com',
  NEW_FLOW_ORIGIN,
];

/** A token, and perhaps what is asked of its picture (`=s0`). */
const ASB_PATH = /^\/asb\/([\w-]{8,2000})(?:=[\w-]{0,100})?$/;

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
    const token = tokenIn(named);
    if (token !== undefined) return { poster: `${NEW_FLOW_ORIGIN}/asb/${token}` };
    const { url: poster, urlExpiresAt: posterExpiresAt } = fileOf(named);
    if (poster !== undefined)
      return { poster, ...(posterExpiresAt !== undefined && { posterExpiresAt }) };
  }
  return {};
}

function tokenIn(url: string | undefined): string | undefined {
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  return parsed && ASB_ORIGINS.includes(parsed.origin)
    ? ASB_PATH.exec(parsed.pathname)?.[1]
    : undefined;
}
