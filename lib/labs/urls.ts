import { isUuid } from '@/lib/base/ids';
import type { Action } from '@/lib/flow/action';
import { REDIRECT_URL } from '@/lib/flow/file-url';
import { FLOW_ORIGIN } from '@/lib/flow/hosts';

export const FLOW_HOME = `${FLOW_ORIGIN}/fx/tools/flow`;
/** At `API_HOST`. As one text: the page's script would keep the parts of a composed one. */
const API = 'https://aisandbox-pa.googleapis.com/v1';

/** Same-origin URL that answers with the session of the page; see `session-reply.ts`. */
export const SESSION_PATH = '/fx/api/auth/session';

/**
 * The page's own list of a project's clips, same origin, as public reports show its call.
 *
 * @param cursor what the page before named as the next one; null for the first
 */
export function projectListPath(projectId: string, cursor: string | null): string {
  const json = {
    pageSize: 100,
    projectId,
    toolName: 'PINHOLE',
    fetchBookmarked: false,
    rawQuery: '',
    mediaType: 'MEDIA_TYPE_VIDEO',
    cursor,
  };
  const first = { values: { cursor: ['undefined'] } };
  const input = JSON.stringify({ json, ...(cursor === null && { meta: first }) });
  return `/fx/api/trpc/project.searchProjectWorkflows?input=${encodeURIComponent(input)}`;
}

/**
 * The page's own list of models, same origin: by itself in the page of 2025, with the rest of a project
 * in that of 2026 (reported). The input of the first is not recorded.
 */
export function modelListPath(projectId: string | undefined): string {
  const [name, json] =
    projectId === undefined
      ? ['videoFx.getVideoModelConfig', {}]
      : ['flow.projectInitialData', { projectId }];
  return `/fx/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify({ json }))}`;
}

/** One path per action, as captured. */
export const SUBMIT_URL = {
  extend: `${API}/video:batchAsyncGenerateVideoExtendVideo`,
  reshoot: `${API}/video:batchAsyncGenerateVideoReshootVideo`,
  upscale: `${API}/video:batchAsyncGenerateVideoUpsampleVideo`,
  references: `${API}/video:batchAsyncGenerateVideoReferenceImages`,
} as const satisfies Record<Action, string>;

export const STATUS_URL = `${API}/video:batchCheckAsyncVideoGenerationStatus`;
export const CREDITS_URL = `${API}/credits`;

const FLOW_PATH =
  /^\/fx\/(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*\/)?tools\/flow(?:\/project\/([^/]+))?(?:\/|$)/i;

/** Where in Flow a URL leads: undefined outside Flow, without `projectId` on the list. */
export function flowPageOf(url: string | undefined): { projectId?: string } | undefined {
  const parsed = toUrl(url);
  const found = parsed?.origin === FLOW_ORIGIN ? FLOW_PATH.exec(parsed.pathname) : undefined;
  if (!found) return undefined;
  const project = found[1];
  return project !== undefined && isUuid(project) ? { projectId: project } : {};
}

/** The page's own URLs of a file that replies name by its id alone. */
export const redirectTo = (mediaId: string): { url: string; poster: string } => {
  const url = `${REDIRECT_URL}?name=${encodeURIComponent(mediaId)}`;
  return { url, poster: `${url}&mediaUrlType=MEDIA_URL_TYPE_THUMBNAIL` };
};

function toUrl(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
}
