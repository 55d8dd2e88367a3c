import type { Site } from '@/lib/flow/site';
import { flowGooglePageOf } from '@/lib/flow-google/urls';
import { flowPageOf as labsPageOf } from '@/lib/labs/urls';

/** A page of Flow, on whichever site. */
export interface FlowPage {
  readonly site: Site;
  /** Absent on the list of projects. */
  readonly projectId?: string;
}

/** Where in Flow a URL leads; undefined outside, and where Flow shows only that it lets nobody in. */
export function flowPageOf(url: string | undefined): FlowPage | undefined {
  const labs = labsPageOf(url);
  if (labs) return { site: 'labs.google', ...labs };
  const page = flowGooglePageOf(url);
  if (page === undefined || page === 'no-access') return undefined;
  const { projectId } = page;
  return { site: 'flow.google.com', ...(projectId !== undefined && { projectId }) };
}

/**
 * Whether Flow shows there who it is for, instead of itself: it asks who the user is, or is not offered
 * in the country (public reports of 2026).
 */
export const letsNobodyIn = (url: string | undefined): boolean =>
  flowGooglePageOf(url) === 'no-access';
