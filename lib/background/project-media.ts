import { isAskedByPage } from '@/lib/flow/capabilities';
import type { Media } from '@/lib/flow/media';
import { type ProjectList, parseProjectList } from '@/lib/labs/replies/project';
import { trpcAnswer } from '@/lib/labs/replies/trpc';
import type { PageQuestion } from '@/lib/messaging/protocol';
import { askTab, tabsOf } from '@/lib/session/session';
import { mayBeAsked } from '@/lib/session/silence';
import type { Library } from '@/lib/storage/library';
import { askFlow, type FlowGoogleUses } from './flow-google';

/** A hundred clips a page; a project longer than this is read as far as here. */
const PAGES_AT_MOST = 10;

/**
 * The clips of a project, as its own list shows them now, through any live tab of the account, each
 * with the time since when it is known here.
 * Undefined when no tab answers; one that only its page can ask in is asked only while somebody looks.
 */
export async function projectMedia(
  uses: FlowGoogleUses & { readonly library: Library },
  account: string,
  projectId: string,
): Promise<readonly Media[] | undefined> {
  const { library } = uses;
  const now = uses.now();
  for (const tab of await tabsOf(account)) {
    if (!mayBeAsked(tab, now)) continue;
    const { tabId, site } = tab;
    const seen = isAskedByPage(site)
      ? await readContents(uses, tabId, projectId)
      : await readList(tabId, projectId, now);
    if (seen === undefined) continue;
    await library.remember(seen);
    const known = await library.some(seen.map(({ id }) => id));
    // Of what was known only since when: the rest may be what a page has made up.
    return seen.map((media) => ({ ...media, firstSeenAt: known.get(media.id)?.firstSeenAt }));
  }
  return undefined;
}

/** There one answer holds all of a project. */
async function readContents(
  uses: FlowGoogleUses,
  tabId: number,
  projectId: string,
): Promise<Media[] | undefined> {
  const seen = await askFlow(uses, tabId, { about: 'project', projectId, cursor: null });
  return seen?.list === 'seen' ? seen.media : undefined;
}

async function readList(
  tabId: number,
  projectId: string,
  now: number,
): Promise<Media[] | undefined> {
  const seen: Media[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const question = { about: 'project' as const, projectId, cursor };
    const list: ProjectList | undefined = await readPage(tabId, question, now);
    if (!list) return page === 0 ? undefined : seen;
    for (const media of list.media) seen.push({ ...media, position: seen.length });
    if (list.next === undefined) return seen;
    cursor = list.next;
  }
  return seen;
}

/** One page of the list; undefined where the tab does not answer, or answers with an error. */
async function readPage(
  tabId: number,
  question: PageQuestion & { readonly about: 'project' },
  now: number,
): Promise<ProjectList | undefined> {
  const text = await askTab(tabId, question, now);
  return text === undefined ? undefined : parseProjectList(trpcAnswer(text), now);
}
