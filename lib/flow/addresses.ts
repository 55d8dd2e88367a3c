import { isUuid } from '@/lib/base/ids';
import { SECOND_MS } from '@/lib/base/time';
import type { Action } from './action';

export const FLOW_ORIGIN = 'https://labs.google';
export const FLOW_HOME = `${FLOW_ORIGIN}/fx/tools/flow`;
export const API_HOST = 'aisandbox-pa.googleapis.com';
const API = `https://${API_HOST}/v1`;

/** Same-origin address that answers with the session of the page; see `session-reply.ts`. */
export const SESSION_PATH = '/fx/api/auth/session';

/** The new front end that accounts are moved to since 2026-09; nothing here can be sent to it. */
export const NEW_FLOW_ORIGIN = 'https://flow.google.com';

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

/** One path per action, as captured. */
export const SUBMIT_ADDRESS = {
  extend: `${API}/video:batchAsyncGenerateVideoExtendVideo`,
  reshoot: `${API}/video:batchAsyncGenerateVideoReshootVideo`,
  upscale: `${API}/video:batchAsyncGenerateVideoUpsampleVideo`,
  references: `${API}/video:batchAsyncGenerateVideoReferenceImages`,
} as const satisfies Record<Action, string>;

export const STATUS_ADDRESS = `${API}/video:batchCheckAsyncVideoGenerationStatus`;
export const CREDITS_ADDRESS = `${API}/credits`;

const FLOW_PATH = /^\/fx\/(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*\/)?tools\/flow(?:\/project\/([^/]+))?/i;

/** Where in Flow an address leads: undefined outside Flow, without `projectId` on the list. */
export function flowPlace(address: string | undefined): { projectId?: string } | undefined {
  const url = toUrl(address);
  const found = url?.origin === FLOW_ORIGIN ? FLOW_PATH.exec(url.pathname) : undefined;
  if (!found) return undefined;
  const project = found[1];
  return project !== undefined && isUuid(project) ? { projectId: project } : {};
}

/**
 * The media key in a signed or redirecting media address: the last path element under
 * `/video/` or `/image/`. The address forms are those of the captured status reply.
 */
export function mediaKeyOf(address: string | undefined): string | undefined {
  return /\/(?:video|image)\/([\w-]+)$/.exec(toUrl(address)?.pathname ?? '')?.[1];
}

/** When a signed address stops working (epoch ms), from its `Expires` in Unix seconds. */
export function expiresAt(address: string): number | undefined {
  const seconds = Number(toUrl(address)?.searchParams.get('Expires') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND_MS : undefined;
}

function toUrl(address: string | undefined): URL | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}
