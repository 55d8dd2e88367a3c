import { SECOND_MS } from '@/lib/base/time';
import { channel } from './channel';
import type { PageQuestion } from './protocol';

/** A page that is frozen answers when it is woken, if ever. */
export const ANSWER_WITHIN_MS = 10 * SECOND_MS;

/**
 * What the background may ask the bridge in a tab: the text of one of the page's own addresses, the
 * session, the list of a project or that of the models. Undefined when it cannot be had.
 *
 * @throws when no bridge answers in that tab, or not within 10 s
 */
export async function askPage(tabId: number, question: PageQuestion): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page does not answer')), ANSWER_WITHIN_MS);
  });
  try {
    const asked = channel.sendMessage('askPage', question, tabId);
    const text = await Promise.race([asked, tooLate]);
    return typeof text === 'string' ? text : undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The bridge's side of it. */
export const onPageQuestion = (
  answer: (question: PageQuestion) => Promise<string | undefined>,
): void => {
  // Only our own background asks; to parse it here would bring a library into every page.
  channel.onMessage('askPage', ({ data }) => answer(data as PageQuestion));
};
