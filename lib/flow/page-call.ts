import { CREDITS_ADDRESS, SESSION_PATH, STATUS_ADDRESS, SUBMIT_ADDRESS } from './addresses';

/** Procedures of the page's own server whose replies say something about media, models, projects. */
export const PROCEDURES = {
  workflows: 'project.searchProjectWorkflows',
  project: 'project.getProject',
  models: 'videoFx.getVideoModelConfig',
} as const;

const OF_INTEREST =
  /^https:\/\/(aisandbox-pa\.googleapis\.com\/v1\/|labs\.google\/fx\/api\/(auth\/session|trpc\/(project\.(searchProjectWorkflows|getProject)|videoFx\.getVideoModelConfig))(?![^?#]))/;

/** Whether a call of the page is any of our business, by its address alone. */
export const isOfInterest = (address: string): boolean => OF_INTEREST.test(address);

/** What a call of the page is about. */
export type PageCallKind = 'submit' | 'status' | 'credits' | 'api' | 'session' | 'trpc';

const SUBMITS: readonly string[] = Object.values(SUBMIT_ADDRESS);

/** Sorts a call of the page; undefined for one that is nobody's business. */
export function pageCallKind(address: string): PageCallKind | undefined {
  if (!isOfInterest(address)) return undefined;
  const [path = ''] = address.split(/[?#]/, 1);
  if (path.endsWith(SESSION_PATH)) return 'session';
  if (path.startsWith('https://labs.google/')) return 'trpc';
  if (path === STATUS_ADDRESS) return 'status';
  if (path === CREDITS_ADDRESS) return 'credits';
  return SUBMITS.includes(path) ? 'submit' : 'api';
}
