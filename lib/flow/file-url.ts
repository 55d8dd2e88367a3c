import { SECOND_MS } from '@/lib/base/time';
import { FILE_ORIGINS, FLOW_ORIGIN } from './hosts';
import { readMediaId } from './media-id';

/** The page's own URL of a file by its media id; it redirects to a signed one (reported). */
export const REDIRECT_URL = `${FLOW_ORIGIN}/fx/api/trpc/media.getMediaUrlRedirect`;

/** The paths of Flow's files at each host, with their media key. */
const FILE_PATHS: Readonly<Record<(typeof FILE_ORIGINS)[number], RegExp>> = {
  'https://storage.googleapis.com': /^\/ai-sandbox-videofx\/(?:video|image)\/([\w-]+)$/,
  'https://flow-content.google': /^\/(?:video|image)\/([\w-]+)$/,
};

/**
 * The media key in the URL of one of Flow's files: its last path element, or what the `name` of
 * a redirecting URL says. Undefined for every other host and path.
 */
export function mediaKeyOf(url: string | undefined): string | undefined {
  const parsed = toUrl(url);
  if (!parsed) return undefined;
  if (parsed.origin + parsed.pathname === REDIRECT_URL)
    return readMediaId(parsed.searchParams.get('name') ?? '')?.key;
  const origin = FILE_ORIGINS.find((each) => each === parsed.origin);
  return origin && FILE_PATHS[origin].exec(parsed.pathname)?.[1];
}

/** Whether one of Flow's files lies at that URL. */
export const isFileUrl = (url: string): boolean => mediaKeyOf(url) !== undefined;

/** When a signed URL stops working (epoch ms), from its `Expires` in Unix seconds. */
export function expiresAt(url: string): number | undefined {
  const seconds = Number(toUrl(url)?.searchParams.get('Expires') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND_MS : undefined;
}

function toUrl(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
}
