import { formsOf, LANGUAGES, type Language, messagesOf } from '../house/languages';

/** Names that stay as they are in every language, and what is quoted. */
const NAMES =
  /“[^”]*”|«[^»]*»|PUBLIC_ERROR_[A-Z_]+|\{[a-z]+\}|[^/]*\.mp4|a…@example\.com|Second Take|flow\.google\.com|labs\.google|aisandbox-pa\.googleapis\.com|storage\.googleapis\.com|flow-content\.google|Firefox|Google|Flow|Veo(?: 3\.1)?(?: Lite)?|Ultra|Chromium|Chrome|Alt|Shift|Ctrl|Esc|Home|End|Enter|Space|MIT|CSV|JSON|mp4/g;

const LATIN = /\p{Script=Latin}/gu;
const LETTERS = /\p{L}/gu;
/** Less is a unit or a sign. */
const LATIN_WORD = /\p{Script=Latin}{3,}/u;
const OTHER_LETTER = /[^\P{L}\p{Script=Latin}]/u;
/** Two words in a row: one alone may be the same in two languages. */
const SENTENCE = /\p{L}{2,}[ ,]+\p{L}{2,}/u;

type IsForeign = (text: string) => boolean;

async function textsOf(language: Language): Promise<string[]> {
  return [...(await messagesOf(language)).values()].flatMap(formsOf);
}

const isLatin = (texts: readonly string[]): boolean => {
  const all = texts.join('').replaceAll(NAMES, '');
  return (all.match(LATIN) ?? []).length * 2 > (all.match(LETTERS) ?? []).length;
};

/** A message with anything in its places. */
const shapeOf = (text: string): string =>
  text.replaceAll(/[.*+?^{}()|[\]\\]/g, '\\$&').replaceAll(/\$\d/g, '.*');

/**
 * Tells words of another language than this one: letters of another script, and whole sentences that
 * another file of `locales` has and this one has not.
 *
 * @param tag of the language that a page is to speak
 * @returns whether a text, without what users have named, is of another language
 */
export function foreignTo(tag: string): Promise<IsForeign> {
  const known = KNOWN.get(tag) ?? read(tag);
  KNOWN.set(tag, known);
  return known;
}

/** Read once: all messages of all languages take half a second, and every state of a view asks. */
const KNOWN = new Map<string, Promise<IsForeign>>();

async function read(tag: string): Promise<IsForeign> {
  const own: string[] = [];
  const others: string[] = [];
  for (const language of LANGUAGES)
    (language.tag === tag ? own : others).push(...(await textsOf(language)));
  const shapes = others
    .filter((text) => !own.includes(text) && SENTENCE.test(text.replaceAll(NAMES, '')))
    .map(shapeOf);
  const foreign = new RegExp(`^\\s*(?:${shapes.join('|')})\\s*$`, 'su');
  const foreignScript = isLatin(own) ? OTHER_LETTER : LATIN_WORD;
  return (text) => foreign.test(text) || foreignScript.test(text.replaceAll(NAMES, ''));
}
