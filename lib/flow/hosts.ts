/*
 * Every host that anything here talks to, in one place: the manifest's permissions and its content
 * security policy are made of these, so that an extension page can load from nobody else.
 */

/** The page: its session, its clips, its context menu; also its redirects to files. */
export const FLOW_ORIGIN = 'https://labs.google';

/** Flow's API: the only host that ever gets the token. */
export const API_HOST = 'aisandbox-pa.googleapis.com';

/** The second site, to which accounts are moved since 2026-09: its pages, and the pictures of its lists. */
export const NEW_FLOW_ORIGIN = 'https://flow.google.com';

/** Where Flow's files lie: the first captured, the second where replies of 2026 say (reported). */
export const FILE_ORIGINS = [
  'https://storage.googleapis.com',
  'https://flow-content.google',
] as const;
