import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formsOf, LANGUAGES, messagesOf } from './languages';

const english = await messagesOf({ tag: 'en', file: 'locales/en.yml' });
const all = await Promise.all(
  LANGUAGES.map(async (language) => {
    const messages = await messagesOf(language);
    const texts = [...messages].flatMap(([key, message]) =>
      formsOf(message).map((text) => ({ key, text })),
    );
    return { ...language, messages, texts, textAt: (key: string) => textIn(messages, key) };
  }),
);

function textIn(messages: typeof english, key: string): string {
  const message = messages.get(key);
  return message === undefined ? '' : (formsOf(message)[0] ?? '');
}

const variables = (messages: typeof english, key: string) => {
  const message = messages.get(key);
  return new Set((message ? formsOf(message) : []).flatMap((text) => text.match(/\$\d/g) ?? []));
};

/** Both signs of every kind of quotes, and the straight ones that none of them uses. */
const QUOTES = /[«»“”„‟‹›「」『』"]/gu;
/** What asks, pleads or is ashamed, in any of the languages. */
const PLEADING = /\b(please|sorry|oops|por favor|lo siento|perdón)\b|抱歉/i;
/** Names and units, which no language changes. */
const NAMES = /Second Take|Google|Flow|Veo|Pro\b|Ultra|1080p|\b(s|fps|ID|CSV|JSON)\b|\$\d/g;

/** Texts that are the same as in English, each with its reason behind it: `Clip # same: why`. */
const sameIn = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => /^\s*\w+: "?(.*?)"?\s+# same: \S/.exec(line)?.[1] ?? []);

// Browsers do not tell upper from lower case in the names of messages.
it('Messages have names that differ by more than case', () => {
  const names = [...english.keys()].map((key) => key.replaceAll('.', '_').toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

it('English, Chinese and Spanish are among the languages', () => {
  expect(LANGUAGES.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['en', 'es', 'zh-CN']));
});

describe.each(all)('The messages in $tag', ({ tag, file, messages, texts, textAt }) => {
  it('are as many as the English ones, under the same keys', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    expect(texts.filter(({ text }) => text === '')).toEqual([]);
  });

  it('carry the same variables as the English ones', () => {
    for (const key of english.keys())
      expect(variables(messages, key), key).toEqual(variables(english, key));
  });

  // The English ones decide where a count is given; elsewhere “a | b” would be shown.
  it('have forms for counts only where a count is given', () => {
    for (const [key, message] of messages)
      if (message.type === 'plural') expect(english.get(key)?.type, key).toBe('plural');
  });

  it('say in which language they are', () => {
    expect(textAt('lang')).toBe(tag);
  });

  // Browsers read `$1$` as a named placeholder, and refuse the whole extension.
  it('never put a dollar right behind a variable', () => {
    expect(texts.filter(({ text }) => /\$\d\$/.test(text))).toEqual([]);
  });

  it('stay inside what a store and a browser show of them', () => {
    expect(textAt('name').length).toBeLessThanOrEqual(45);
    expect(textAt('description').length).toBeGreaterThan(0);
    expect(textAt('description').length).toBeLessThanOrEqual(132);
  });

  it('are translated, but for those whose line gives the reason', () => {
    if (tag === 'en') return expect(sameIn(file)).toEqual([]);
    const allowed = sameIn(file);
    const same = texts.filter(({ key, text }) => {
      const message = english.get(key);
      const isSame = message !== undefined && formsOf(message).includes(text);
      return isSame && /\p{L}/u.test(text.replaceAll(NAMES, ''));
    });
    expect(same.filter(({ text }) => !allowed.includes(text))).toEqual([]);
    const unused = allowed.filter((text) => !same.some((each) => each.text === text));
    expect(unused).toEqual([]);
  });

  it('quote with one pair of marks, that of titles', () => {
    const [open = '', close = ''] = textAt('job.quoted').split('$1');
    for (const { key, text } of texts) {
      const marks = text.match(QUOTES) ?? [];
      expect(
        marks.filter((mark) => mark !== open && mark !== close),
        key,
      ).toEqual([]);
      expect(marks.filter((mark) => mark === open).length * 2, key).toBe(marks.length);
    }
  });

  it('are set with care: one space, true apostrophes, ellipses in one sign', () => {
    for (const { key, text } of texts) expect(text, key).not.toMatch(/ {2}|'|\.\.\.|\s…/);
  });

  it('open each question, where the language does so at all', () => {
    const count = (text: string, sign: string) => text.split(sign).length - 1;
    if (!texts.some(({ text }) => text.includes('¿'))) return;
    for (const { key, text } of texts) expect(count(text, '¿'), key).toBe(count(text, '?'));
  });

  it('say what they say without pleading or shouting', () => {
    const [open = '', close = ''] = textAt('job.quoted').split('$1');
    const quoted = new RegExp(`${open}[^${close}]*${close}`, 'g');
    const loud = texts.filter(({ text }) => {
      const said = text.replaceAll(quoted, '');
      return /[!！¡]/.test(said) || PLEADING.test(said);
    });
    expect(loud).toEqual([]);
  });
});
