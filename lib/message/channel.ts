import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Answers } from './answers';
import type { Commands, PageQuestion, Reports } from './protocol';

type Protocol = { [Name in keyof Commands]: (data: Commands[Name]) => Answers[Name] } & {
  [Name in keyof Reports]: (data: Reports[Name]) => void;
} & { askPage: (question: PageQuestion) => string | undefined };

/** The one line between the extension's parts; `send.ts` and `receive.ts` are its two ends. */
export const channel = defineExtensionMessaging<Protocol>();
