import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedTitle, TITLE_MAX, titleInSentence } from '@/lib/text/title';

const FSI = '\u2068';
const PDI = '\u2069';
const letters = (text: string): string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);

/** Made here, since fast-check takes most of a second to list all of Unicode for the first one. */
const anyLetters = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('a title inside a sentence', () => {
  it('stands as it is where it is short', () => {
    expect(titleInSentence('Witch lands')).toBe('Witch lands');
    expect(titleInSentence('a'.repeat(TITLE_MAX))).toBe('a'.repeat(TITLE_MAX));
    expect(quotedTitle('Witch lands')).toBe('“Witch lands”');
    expect(titleInSentence('')).toBe('');
  });

  it('is cut with an ellipsis where it is long, without a space before it', () => {
    expect(titleInSentence('a'.repeat(TITLE_MAX + 1))).toBe(`${'a'.repeat(TITLE_MAX)}…`);
    expect(titleInSentence(`${'a'.repeat(TITLE_MAX - 1)} b`)).toBe(`${'a'.repeat(TITLE_MAX - 1)}…`);
  });

  it.each([
    ['a family', '👨‍👩‍👧‍👦'],
    ['a flag', '🇳🇴'],
    ['a hand with its colour', '👍🏽'],
    ['a letter with its mark', 'e\u0301'],
    ['a syllable of Hangul in parts', '\u1112\u1161\u11ab'],
    ['a letter of Devanagari with its vowel', 'कि'],
  ])('never cuts %s in half', (_, letter) => {
    expect(letters(letter)).toHaveLength(1);
    expect(titleInSentence(letter.repeat(TITLE_MAX))).toBe(letter.repeat(TITLE_MAX));
    expect(titleInSentence(letter.repeat(TITLE_MAX + 1))).toBe(`${letter.repeat(TITLE_MAX)}…`);
  });

  it('is set apart where it is written from right to left, also after it was cut', () => {
    expect(titleInSentence('שלום')).toBe(`${FSI}שלום${PDI}`);
    expect(titleInSentence('Cat, قطة')).toBe(`${FSI}Cat, قطة${PDI}`);
    expect(titleInSentence('ש'.repeat(80))).toBe(`${FSI}${'ש'.repeat(TITLE_MAX)}…${PDI}`);
    expect(titleInSentence('𞤀𞤣')).toBe(`${FSI}𞤀𞤣${PDI}`);
  });

  it('turns nothing around it by marks of its own', () => {
    expect(titleInSentence('a\u202eb')).toBe('ab');
    expect(titleInSentence('שלום\u2069 \u202edone')).toBe(`${FSI}שלום done${PDI}`);
  });

  it('is short for any title, ends what it begins, and is a beginning of it', () => {
    const mark = fc.constantFrom(...'\u0301\u200d\u202e\u2066\u2069שا👩🏽');
    const title = fc.oneof(
      anyLetters,
      fc.string({ unit: fc.oneof(mark, fc.constant('a')), maxLength: 5000 }),
    );
    fc.assert(
      fc.property(title, (whole) => {
        const said = titleInSentence(whole);
        const bare = said.replaceAll(/[\u2068\u2069]/g, '');
        expect(letters(bare).length).toBeLessThanOrEqual(TITLE_MAX + 1);
        expect(said.split(FSI).length).toBe(said.split(PDI).length);
        expect(bare).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
        const plain = whole.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
        expect(plain.startsWith(bare === plain ? bare : bare.replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('that has one letter without end, or nothing but turns, is cut like any other', () => {
    expect(titleInSentence(`ab${'\u0301'.repeat(5000)}`)).toBe('a…');
    expect(titleInSentence('\u202e'.repeat(5000))).toBe('…');
    expect(titleInSentence('word '.repeat(5000))).toHaveLength(TITLE_MAX);
  });
});
