import type { Media } from '@/lib/flow/media';
import { parseProjectMedia } from '@/lib/flow/project-reply';
import { askPage } from '@/lib/message/page-question';
import { tabsOf } from '@/lib/session/session';
import type { Library } from '@/lib/store/library';

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
    const text = await askPage(tabId, { about: 'project', projectId }).catch(() => undefined);
    if (text === undefined) continue;
    const seen = parseProjectMedia(text, now);
    await library.remember(seen);
    return [...(await library.some(seen.map(({ id }) => id))).values()];
  }
  return undefined;
}
