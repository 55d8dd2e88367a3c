import { SECOND_MS } from '@/lib/base/time';
import { channel } from './channel';
import type { AnswerOf, CommandName, DataOf, PageQuestion, ReportName } from './protocol';

/*
 * Content scripts load this file: of the protocol it takes types only, because the table itself would
 * bring the library of its schemas into every page.
 */

/** Sends a command from a view to the background and resolves with its answer. */
export const sendCommand = <Name extends CommandName>(
  name: Name,
  data: DataOf<Name>,
): Promise<AnswerOf<Name>> => channel.sendMessage(name, data);

/** Tells the background a fact, from a content script. */
export const sendReport = <Name extends ReportName>(
  name: Name,
  data: DataOf<Name>,
): Promise<AnswerOf<Name>> => channel.sendMessage(name, data);

/** A page that is frozen answers when it is woken, if ever. */
export const ANSWER_WITHIN_MS = 10 * SECOND_MS;

/**
 * Asks the bridge in a tab, from the background. Undefined when it cannot be had.
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
