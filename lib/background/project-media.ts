import type { Media } from '@/lib/flow/media';
import { nextProjectPage, parseProjectMedia } from '@/lib/flow/project-reply';
import { askPage } from '@/lib/message/page-question';
import { tabsOf } from '@/lib/session/session';
import type { Library } from '@/lib/store/library';

/** A hundred clips a page; a project longer than this is read as far as here. */
const PAGES_AT_MOST = 10;

/**
 * The clips of a project, as its own list shows them now, through any live tab of the account.
 * Undefined when no tab answers.
 *
 * @param now epoch ms
 */
export async function projectMedia(
  library: Library,
  account: string,
  projectId: string,
  now: number,
): Promise<readonly Media[] | undefined> {
  for (const { tabId } of await tabsOf(account)) {
    const seen = await readList(tabId, projectId, now);
    if (seen === undefined) continue;
    await library.remember(seen);
    return [...(await library.some(seen.map(({ id }) => id))).values()];
  }
  return undefined;
}

async function readList(
  tabId: number,
  projectId: string,
  now: number,
): Promise<Media[] | undefined> {
  const seen: Media[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const question = { about: 'project', projectId, cursor } as const;
    const text: string | undefined = await askPage(tabId, question).catch(() => undefined);
    if (text === undefined) return page === 0 ? undefined : seen;
    for (const media of parseProjectMedia(text, now)) seen.push({ ...media, place: seen.length });
    const next = nextProjectPage(text);
    if (next === undefined) return seen;
    cursor = next;
  }
  return seen;
}
