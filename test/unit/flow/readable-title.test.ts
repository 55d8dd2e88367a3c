import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableTitle } from '@/lib/flow/readable-title';

describe('a title', () => {
  it.each([
    'A red kite over the bay',
    '  spaces  stay  ',
    'line one\nline two',
    '<3 you',
    '{clip} is no JSON',
    '[Scene 1] A kite',
    '[wide shot] She says "hello": then leaves',
    '"A kite", said the boy',
    'a < b > c',
    '< not a tag >',
    '```',
    '',
    '日本語のタイトル',
  ])('%j stays as it is', (title) => {
    expect(readableTitle(title)).toBe(title);
  });

  it.each([
    [
      '<root><context></context><instruction><prompt>A kite over the bay</prompt></instruction></root>',
      'A kite over the bay',
    ],
    [
      '<root><prompt>A kite\n  over   the bay</prompt><style>film</style></root>',
      'A kite over the bay',
    ],
    ['<?xml version="1.0"?><scene><camera>low</camera></scene>', 'low'],
    ['<shot><camera>low</camera><light>dusk</light></shot>', 'low dusk'],
    ['<prompt>Tom &amp; Ada &lt;3&#33; &#x1F600;</prompt>', 'Tom & Ada <3! 😀'],
    ['<root><prompt>A kite over the b', 'A kite over the b'],
    ['<root><instruction><prom', 'root instruction prom'],
    ['<prompt><![CDATA[A <b>kite</b>]]></prompt>', 'A kite'],
    ['<sunset>', 'sunset'],
    ['<root></root>', 'root root'],
    ['{"prompt":"A kite over the bay","seed":7}', 'A kite over the bay'],
    ['{"style":"film","scene":{"description":"A kite"}}', 'A kite'],
    ['{"Prompt":"A kite"}', 'A kite'],
    ['[{"text":"A kite"},{"text":"A bay"}]', 'A kite'],
    ['["A kite","A bay"]', 'A kite, A bay'],
    ['{"camera":"low","light":"dusk"}', 'low, dusk'],
    ['{"seed":7}', 'seed 7'],
    ['{"prompt":"A kite over the b', 'A kite over the b'],
    ['{"style":"film","prompt":"A \\"kite\\" ov', 'A "kite" ov'],
    ['```json\n{"prompt":"A kite"}\n```', 'A kite'],
    ['{"prompt":"<root><prompt>A kite</prompt></root>"}', 'A kite'],
  ])('%j becomes %j', (title, line) => {
    expect(readableTitle(title)).toBe(line);
  });

  const words = fc
    .stringMatching(/^[A-Za-zéß日本 .,!-]{1,40}$/)
    .filter((text) => text.trim() !== '');
  const wraps: readonly ((text: string) => string)[] = [
    (text) => `<root><a/><prompt>${text}</prompt></root>`,
    (text) => JSON.stringify({ other: 1, prompt: text }),
    (text) => JSON.stringify([{ scene: { text } }]),
  ];
  const structured = fc
    .tuple(words, fc.constantFrom(...wraps))
    .map(([text, wrap]) => ({ text, title: wrap(text) }));

  it('in a structure becomes the line in it', () => {
    fc.assert(
      fc.property(structured, ({ text, title }) => {
        expect(readableTitle(title)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  const anyTitle = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[<>{}[\]"`/&;:,a-z# ]{0,60}$/),
    structured.map(({ title }) => title),
    structured.chain(({ title }) => fc.nat(title.length).map((length) => title.slice(0, length))),
    fc.json(),
  );

  it('read twice is read once', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        expect(readableTitle(readableTitle(title))).toBe(readableTitle(title));
      }),
    );
  });

  it('with something in it is never empty, and never longer than it was', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const line = readableTitle(title);
        expect(line.trim() === '').toBe(title.trim() === '');
        expect(line.length).toBeLessThanOrEqual(title.length);
      }),
    );
  });
});
