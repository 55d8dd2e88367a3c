import { readdirSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

/** A language of the interface: each file of `locales` is one. */
export interface Language {
  /** As browsers and `lang` write it: zh-CN. */
  readonly tag: string;
  readonly file: string;
}

/** All languages, by name of file. English is the one whose keys and forms the others follow. */
export const LANGUAGES: readonly Language[] = readdirSync('locales')
  .filter((name) => name.endsWith('.yml'))
  .sort()
  .map((name) => ({
    tag: name.replace('.yml', '').replaceAll('_', '-'),
    file: `locales/${name}`,
  }));

/** Every form of a message: one, or one for each count that has its own. */
export function formsOf(message: Message): readonly string[] {
  if (message.type === 'plural') return Object.values(message.plurals);
  return message.type === 'simple' || message.type === 'chrome' ? [message.message] : [];
}

/** Messages of a language by key, without those that every browser has by itself. */
export async function messagesOf({ file }: Language): Promise<ReadonlyMap<string, Message>> {
  const own = (await parseMessagesFile(file)).filter(({ key }) => !key[0]?.startsWith('@@'));
  return new Map(own.map((message) => [message.key.join('.'), message]));
}
