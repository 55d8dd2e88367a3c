import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const read = async (name: string) => {
  const messages = await parseMessagesFile(`locales/${name}.yml`);
  const own = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
  return new Map(own.map((message) => [message.key.join('_'), JSON.stringify(message)]));
};

const [en, zh] = await Promise.all([read('en'), read('zh_CN')]);
const textIn = (message: string) =>
  message.replaceAll(/"(?:key|type|description)":(?:"[^"]*"|\[[^\]]*\]),?/g, '');
const unquoted = (message: string) => textIn(message).replaceAll(/“[^”]*”/g, '');
const variables = (text: string | undefined) => new Set(text?.match(/\$\d/g));

describe('messages', () => {
  it('are there in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('carry the same variables in both languages', () => {
    for (const [key, text] of en) expect(variables(zh.get(key)), key).toEqual(variables(text));
  });

  // Browsers read `$1$` as a named placeholder, and refuse the whole extension.
  it('never put a dollar right behind a variable', () => {
    for (const text of [...en.values(), ...zh.values()]) expect(text).not.toMatch(/\$\d\$/);
  });

  // Browsers do not tell upper from lower case in the names of messages.
  it('have names that differ by more than case', () => {
    const names = [...en.keys()].map((key) => key.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('stay inside what a store and a browser show of them', () => {
    for (const texts of [en, zh]) {
      const plain = (key: string) => /"message":"([^"]*)"/.exec(texts.get(key) ?? '')?.[1] ?? '';
      expect(plain('name').length).toBeLessThanOrEqual(45);
      expect(plain('description').length).toBeGreaterThan(0);
      expect(plain('description').length).toBeLessThanOrEqual(132);
    }
  });

  it('of both languages are in their own script', () => {
    const isSentence = (text: string) =>
      /[a-z]{3,} \w/.test(textIn(text).replaceAll('Second Take', ''));
    const same = [...en].filter(([key, text]) => isSentence(text) && text === zh.get(key));
    expect(same).toEqual([]);
    for (const [key, text] of en) expect(text, key).not.toMatch(/\p{Script=Han}/u);
  });

  it('say what they say without pleading or shouting', () => {
    for (const [key, text] of en)
      expect(unquoted(text), key).not.toMatch(/!|\b(please|sorry|oops)\b/i);
    for (const [key, text] of zh) expect(unquoted(text), key).not.toMatch(/[!！]|抱歉/);
  });
});
