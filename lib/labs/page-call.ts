import { OF_INTEREST } from './of-interest';
import { CREDITS_URL, SESSION_PATH, STATUS_URL } from './urls';

/** Procedures of the page's own server whose replies say something about media, models, projects. */
export const PROCEDURES = {
  workflows: 'project.searchProjectWorkflows',
  project: 'project.getProject',
  models: 'videoFx.getVideoModelConfig',
  /** Project, clips, models and prices in one, in the page of 2026. */
  opening: 'flow.projectInitialData',
} as const;

/** What a call of the page is about. */
export type PageCallKind = 'submit' | 'status' | 'credits' | 'session' | 'trpc';

/** Sorts a call of the page by its URL; undefined for one that is nobody's business. */
export function pageCallKind(url: string): PageCallKind | undefined {
  if (!OF_INTEREST.test(url)) return undefined;
  const [path = ''] = url.split(/[?#]/, 1);
  if (path.endsWith(SESSION_PATH)) return 'session';
  if (path.startsWith('https://labs.google/')) return 'trpc';
  if (path === STATUS_URL) return 'status';
  return path === CREDITS_URL ? 'credits' : 'submit';
}
