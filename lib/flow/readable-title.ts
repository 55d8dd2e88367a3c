import * as z from 'zod/mini';

/** How much of a structured prompt is looked at: a title is its beginning. */
const LOOKED_AT = 20_000;

/** Names of fields that hold what is to be seen, the best first. */
const TELLING = ['prompt', 'title', 'description', 'text', 'scene', 'subject', 'action'];

/**
 * A title as a line that a user can read. Titles are the page's own or the beginning of a prompt,
 * and prompts may be XML (which the page itself writes) or JSON. Plain text stays as it is. Applied
 * again it changes nothing; a title with text in it is never empty.
 */
export function readableTitle(title: string): string {
  let line = title;
  for (;;) {
    const next = read(line);
    if (next.length >= line.length) return line;
    line = next;
  }
}

/** A stored title: also one from before titles were made readable. */
export const titleSchema = z.pipe(z.string(), z.transform(readableTitle));

function read(title: string): string {
  const source = title.slice(0, LOOKED_AT).trim();
  if (/^(?:<[a-z!?]|[[{]|```)/i.test(source)) {
    const inner = fromFence(source) ?? fromMarkup(source) ?? fromJson(source);
    if (inner !== undefined) return oneLine(inner) || bare(source) || title;
  }
  return title;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What is left of a text that is nothing but signs of a structure. */
const bare = (text: string): string => oneLine(text.replace(/[<>{}[\]"`/\\:,=]+/g, ' '));

function fromFence(source: string): string | undefined {
  return /^```\w*\s*([\s\S]*?)\s*(?:```|$)/.exec(source)?.[1];
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The text of the most telling element, else of all; also where the end was cut off. */
function fromMarkup(source: string): string | undefined {
  if (!/^<(?:[a-z][\w:.-]*(?:\s[^<>]*)?\/?>|\?xml\b|!--|!\[CDATA\[|!doctype\b)/i.test(source))
    return undefined;
  const found = TELLING.map(
    (name) =>
      new RegExp(`<${name}(?:\\s[^<>]*)?>([\\s\\S]*?)(?:</${name}\\s*>|$)`, 'i').exec(source)?.[1],
  )
    .map((inner) => inner && textOf(inner))
    .find((inner) => inner);
  return found || textOf(source);
}

const textOf = (markup: string): string =>
  oneLine(
    markup
      .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
      .replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, '$1')
      .replace(/<[/?!a-z][^<>]*(?:>|$)/gi, ' ')
      .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,4});/gi, decoded),
  );

function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** The most telling text in an object or a list, else all of its texts; also where it was cut off. */
function fromJson(source: string): string | undefined {
  const value = parse(source);
  if (typeof value === 'object' && value !== null)
    return telling(value) ?? textsIn(value).join(', ');
  if (!/^(?:\{\s*"|\[\s*[{"])/.test(source)) return undefined;
  const pairs = [...source.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)/g)];
  const byName = TELLING.map((name) => pairs.find(([, key]) => key?.toLowerCase() === name));
  return unescaped((byName.find((pair) => pair?.[2]) ?? pairs.find(([, , text]) => text))?.[2]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
]);

/** A JSON text whose end is missing, without its escapes. */
const unescaped = (text = ''): string =>
  text.replace(/\\(?:u([\da-f]{4})|([^u])|.*$)/gi, (_, code?: string, sign?: string) =>
    code === undefined
      ? (ESCAPES.get(sign ?? '') ?? ' ')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** The text under the best name, the outermost first. */
function telling(value: unknown): string | undefined {
  const entries = entriesOf(value);
  for (const name of TELLING) {
    const found = entries.find(
      ([key, text]) => key.toLowerCase() === name && typeof text === 'string' && text.trim(),
    );
    if (found) return String(found[1]);
  }
  for (const [, inner] of entries) {
    const found = telling(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' && value.trim()
    ? [value]
    : entriesOf(value).flatMap(([, inner]) => textsIn(inner));
