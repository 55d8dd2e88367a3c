import { API_HOST, CREDITS_ADDRESS, FLOW_ORIGIN, SESSION_PATH, STATUS_ADDRESS } from './addresses';
import { TRPC_PATH } from './trpc';

/** Procedures of the page's own server whose replies say something about media, models, projects. */
export const PROCEDURES = {
  workflows: 'project.searchProjectWorkflows',
  project: 'project.getProject',
  models: 'videoFx.getVideoModelConfig',
} as const;

/** What a call of the page is about; undefined for one that is nobody's business. */
export type PageCallKind = 'submit' | 'status' | 'credits' | 'api' | 'session' | 'trpc';

/** Sorts a call of the page by its address alone, before anything of it is read. */
export function pageCallKind(address: string): PageCallKind | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  if (path === STATUS_ADDRESS) return 'status';
  if (path === CREDITS_ADDRESS) return 'credits';
  if (path.startsWith(`https://${API_HOST}/`))
    return path.includes('/video:batchAsyncGenerate') ? 'submit' : 'api';
  if (!path.startsWith(`${FLOW_ORIGIN}/`)) return undefined;
  const local = path.slice(FLOW_ORIGIN.length);
  if (local === SESSION_PATH) return 'session';
  return Object.values(PROCEDURES).some((name) => local === TRPC_PATH + name) ? 'trpc' : undefined;
}
