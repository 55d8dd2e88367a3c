import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const read = async (name: string) => {
  const messages = await parseMessagesFile(`locales/${name}.yml`);
  return new Map(messages.map((message) => [message.key.join('_'), JSON.stringify(message)]));
};

const [en, zh] = await Promise.all([read('en'), read('zh_CN')]);
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
});
