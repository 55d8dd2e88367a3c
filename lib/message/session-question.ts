import { channel } from './channel';

/**
 * Asks the bridge in a tab for the text of the session address; undefined when it cannot be had.
 *
 * @throws when no bridge answers in that tab
 */
export const askSession = (tabId: number): Promise<string | undefined> =>
  channel.sendMessage('askSession', undefined, tabId);

/** The bridge's side of it. */
export const onAskSession = (answer: () => Promise<string | undefined>): void => {
  channel.onMessage('askSession', answer);
};
