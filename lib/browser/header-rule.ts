import { browser } from './browser';
import { ownHost } from './extension';

const RULE_ID = 1;
/** No tab: calls of the worker itself. Without this limit the page's own calls change as well. */
const NO_TAB = -1;

/** Whether the rule is set; undefined where the browser does not say. */
export async function hasHeaderRule(): Promise<boolean | undefined> {
  try {
    return (await browser.declarativeNetRequest.getSessionRules()).length > 0;
  } catch {
    return undefined;
  }
}

/**
 * Gives the worker's own calls to one host the Origin and Referer of a site. A worker cannot set
 * these headers itself, and the API answers no other origin. Session rules outlive the worker
 * and end with the browser.
 *
 * @param host host of the API, needs a host permission
 * @param origin such as `https://labs.google`; Referer is the same with a slash
 */
export async function setHeaderRule(host: string, origin: string): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        condition: {
          requestDomains: [host],
          initiatorDomains: [ownHost()],
          tabIds: [NO_TAB],
          resourceTypes: ['xmlhttprequest'],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [
            { header: 'origin', operation: 'set', value: origin },
            { header: 'referer', operation: 'set', value: `${origin}/` },
          ],
        },
      },
    ],
  });
}
