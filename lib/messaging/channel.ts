import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol';

/**
 * The one line between the extension's parts: what `protocol.ts` has an entry for can be said, and
 * nothing else. `client.ts` sends, `server.ts` and `page-server.ts` answer.
 */
export const channel = defineExtensionMessaging<Protocol>();
