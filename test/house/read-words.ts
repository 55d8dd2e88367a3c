import { parseAst } from 'vitest/node';

type Tree = Readonly<Record<string, unknown>>;

/** Attributes whose text is seen or heard. */
const SAID = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description']);
/** Functions that say what they are given, and how many of their arguments are said. */
const SAYING = new Map([
  ['announce', 1],
  ['notify', 2],
]);
/** A piece of a word in any script, but for a unit or a sign. */
const WORD = /\p{L}{2,}/u;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function* nodes(value: unknown): Generator<Tree> {
  if (Array.isArray(value)) for (const each of value) yield* nodes(each);
  if (!isTree(value)) return;
  if (typeof value.type === 'string') yield value;
  for (const part of Object.values(value)) yield* nodes(part);
}

/** The language decides what `<Value>(value) =>` means. */
type Lang = 'ts' | 'tsx';

const parse = (source: string, lang: Lang): Tree[] => [...nodes(parseAst(source, { lang }))];

const field = (tree: unknown, name: string): unknown => (isTree(tree) ? tree[name] : undefined);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The words of a literal or template; undefined where it is neither. */
function textOf(tree: unknown): string | undefined {
  const value = field(tree, 'value');
  if (field(tree, 'type') === 'Literal' && typeof value === 'string') return value;
  if (field(tree, 'type') !== 'TemplateLiteral') return undefined;
  return listOf(field(tree, 'quasis'))
    .map((part) => String(field(field(part, 'value'), 'cooked')))
    .join('*');
}

/** Every string that an expression can come to: through `&&`, `||`, `??` and `? :`. */
function outcomes(tree: unknown): string[] {
  const text = textOf(tree);
  if (text !== undefined) return [text];
  const inner = {
    JSXExpressionContainer: ['expression'],
    LogicalExpression: ['left', 'right'],
    ConditionalExpression: ['consequent', 'alternate'],
    ArrayExpression: ['elements'],
  }[String(field(tree, 'type'))];
  return (inner ?? []).flatMap((name) => {
    const part = field(tree, name);
    return (Array.isArray(part) ? part : [part]).flatMap(outcomes);
  });
}

function saidBy(tree: Tree): string[] {
  switch (tree.type) {
    case 'JSXText':
      return [String(tree.value)];
    case 'JSXElement':
    case 'JSXFragment':
      return listOf(tree.children)
        .filter((child) => field(child, 'type') === 'JSXExpressionContainer')
        .flatMap(outcomes);
    case 'JSXAttribute':
      return SAID.has(String(field(tree.name, 'name'))) ? outcomes(tree.value) : [];
    case 'Property':
      return SAID.has(String(field(tree.key, 'name'))) ? outcomes(tree.value) : [];
    case 'CallExpression':
      return listOf(tree.arguments)
        .slice(0, SAYING.get(String(field(tree.callee, 'name'))) ?? 0)
        .flatMap(outcomes);
    default:
      return [];
  }
}

/** Words that a source shows or names without asking for their translation. */
export const untranslated = (source: string, lang: Lang = 'tsx'): string[] =>
  parse(source, lang)
    .flatMap(saidBy)
    .map((text) => text.trim())
    .filter((text) => WORD.test(text.replaceAll(/&\w+;/g, '')));

/**
 * The key of each call of `i18n.t`; `*` stands for what is filled in. A name that is no literal is
 * not among them.
 */
export const keysAsked = (source: string, lang: Lang = 'tsx'): string[] =>
  parse(source, lang)
    .filter(({ type }) => type === 'CallExpression')
    .filter(
      ({ callee }) =>
        field(field(callee, 'object'), 'name') === 'i18n' &&
        field(field(callee, 'property'), 'name') === 't',
    )
    .flatMap((call) => outcomes(listOf(call.arguments)[0]));

/** All literals and templates of a source, as keys are also named in tables. */
export const literals = (source: string, lang: Lang = 'tsx'): string[] =>
  parse(source, lang)
    .map(textOf)
    .filter((text) => text !== undefined);

/** Whether a key is meant by a literal, or by a template with `*` for one part of it. */
export function isMeant(key: string, by: string): boolean {
  if (!by.includes('*')) return key === by;
  const parts = by.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^.]+')}$`).test(key);
}
