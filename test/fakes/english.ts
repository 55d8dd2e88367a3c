import { parseMessagesFile } from '@wxt-dev/i18n/build';

const messages = new Map(
  (await parseMessagesFile('locales/en.yml')).map((message) => [message.key.join('.'), message]),
);

/** English as the browser would say it; a key without words is an error. */
export const english = {
  t(key: string, ...rest: (number | readonly unknown[])[]): string {
    const message = messages.get(key);
    const count = rest.find((part) => typeof part === 'number');
    const values = rest.find((part) => typeof part !== 'number') ?? [count];
    return textOf(key, message, count).replaceAll(/\$(\d)/g, (_, at) => String(values[at - 1]));
  },
};

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

function textOf(key: string, message: Message | undefined, count = Number.NaN): string {
  if (message?.type === 'plural') {
    const text = message.plurals[String(count)] ?? message.plurals.n;
    if (text !== undefined) return text;
  }
  if (message?.type === 'simple' || message?.type === 'chrome') return message.message;
  // The browser's own message, which the language of the page is read from.
  if (key.startsWith('@@')) return '';
  throw new Error(`No words for ${key}`);
}
