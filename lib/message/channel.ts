import { defineExtensionMessaging } from '@webext-core/messaging';

/**
 * The one line between the extension's parts. Its ends are `send.ts` and `receive.ts`, and
 * `page-question.ts`; what may be said stands in `protocol.ts`.
 */
export const channel = defineExtensionMessaging<Record<string, (data: unknown) => unknown>>();
