import { isUuid } from '@/lib/base/ids';
import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';

/** Where in Flow a page is, as far as its URL says it. */
export interface FlowGooglePage {
  readonly projectId?: string;
  /** The clip that is open: of all its versions. */
  readonly workflowId?: string;
  readonly sceneId?: string;
  /** Number of the account among those of the browser; without it, the first. */
  readonly authuser?: number;
}

const PATH =
  /^(?:\/u\/(\d{1,3}))?(?:\/(about|unsupported-country)|\/project\/([^/]+)(?:\/(edit|scene)\/([^/]+))?)?(?:\/|$)/;

/**
 * Where in Flow a URL leads: undefined outside flow.google.com, `no-access` on the pages that Google
 * shows instead of Flow (it asks who it is, or the country is not served).
 */
export function flowGooglePageOf(
  url: string | undefined,
): FlowGooglePage | 'no-access' | undefined {
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.origin !== NEW_FLOW_ORIGIN) return undefined;
  const [, user, noAccess, project = '', view, opened = ''] = PATH.exec(parsed.pathname) ?? [];
  if (noAccess !== undefined) return 'no-access';
  const isOpen = isUuid(project) && isUuid(opened);
  return {
    ...(isUuid(project) && { projectId: project }),
    ...(isOpen && view === 'edit' && { workflowId: opened }),
    ...(isOpen && view === 'scene' && { sceneId: opened }),
    ...(user !== undefined && { authuser: Number(user) }),
  };
}

/** The page of a clip; of its project where its workflow is not known. */
export function clipPageUrl({
  projectId,
  workflowId,
  authuser,
}: Pick<FlowGooglePage, 'workflowId' | 'authuser'> & { readonly projectId: string }): string {
  const user = authuser === undefined ? '' : `/u/${authuser}`;
  const clip = workflowId === undefined ? '' : `/edit/${encodeURIComponent(workflowId)}`;
  return `${NEW_FLOW_ORIGIN}${user}/project/${encodeURIComponent(projectId)}${clip}`;
}
