import { channel } from './channel';
import type { PageQuestion } from './protocol';

/**
 * What the background may ask the bridge in a tab: the text of one of the page's own addresses, the
 * session or the list of a project. Undefined when it cannot be had.
 *
 * @throws when no bridge answers in that tab
 */
export const askPage = (tabId: number, question: PageQuestion): Promise<string | undefined> =>
  channel.sendMessage('askPage', question, tabId);

/** The bridge's side of it. */
export const onPageQuestion = (
  answer: (question: PageQuestion) => Promise<string | undefined>,
): void => {
  channel.onMessage('askPage', ({ data }) => answer(data));
};
