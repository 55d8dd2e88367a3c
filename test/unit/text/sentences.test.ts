import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { joinSentences, sentenceGap } from '@/lib/text/sentences';

const sources = ['components', 'lib'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(top, name), 'utf8')),
);

/** Keys of messages that end like a sentence. */
async function sentences(): Promise<Set<string>> {
  const messages = await parseMessagesFile('locales/en.yml');
  const isSentence = (text: string) => /[.?!]$/.test(text);
  return new Set(
    messages
      .filter((each) => 'message' in each && isSentence(each.message))
      .map(({ key }) => key.join('.')),
  );
}

describe('sentences one after the other', () => {
  it('have a space between them in English', () => {
    expect(joinSentences(['Paused.', 'Nothing is sent.'])).toBe('Paused. Nothing is sent.');
    expect(joinSentences(['Paused.'])).toBe('Paused.');
    expect(joinSentences([])).toBe('');
    expect(sentenceGap()).toBe(' ');
  });

  it('have none in Chinese', async () => {
    const chinese = await parseMessagesFile('locales/zh_CN.yml');
    const entry = chinese.find(({ key }) => key.join('.') === 'list.sentence');
    expect(entry).toMatchObject({ message: '$1' });
  });

  it('are nowhere joined by a space of the code’s own', async () => {
    const ends = await sentences();
    const glued = sources.flatMap((source) =>
      [...source.matchAll(/i18n\.t\(\s*'([\w.]+)'[^)]*\)[^;)]{0,12}(?:\{' '\}|\} \{| \$\{)/g)]
        .map(([, key = '']) => key)
        .filter((key) => ends.has(key)),
    );
    expect(glued).toEqual([]);
    expect(sources.filter((source) => /sentences?\.join\(/i.test(source))).toEqual([]);
  });
});
