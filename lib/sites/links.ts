import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import type { Site } from '@/lib/flow/site';
import { FLOW_HOME } from '@/lib/labs/urls';

const HOMES: Readonly<Record<Site, string>> = {
  'labs.google': FLOW_HOME,
  'flow.google.com': NEW_FLOW_ORIGIN,
};

/** Where a site begins: its list of projects. */
export const homeOf = (site: Site): string => HOMES[site];

/** The page of a project. */
export const projectPage = (site: Site, projectId: string): string =>
  `${HOMES[site]}/project/${projectId}`;

/**
 * The page on which a clip is edited, by its workflow (public reports of 2026); its project's where that
 * is not known.
 */
export const clipPage = (site: Site, projectId: string, workflowId: string | undefined): string =>
  projectPage(site, projectId) + (workflowId === undefined ? '' : `/edit/${workflowId}`);
