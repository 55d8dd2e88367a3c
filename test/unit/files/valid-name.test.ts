import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '@/lib/files/file-name';
import { checkTemplate, NAME_TOKENS } from '@/lib/files/name-template';
import { validPart } from '@/lib/files/valid-name';
import type { GenerationRequest } from '@/lib/flow/request';
import { core } from '../../samples/jobs';

const ROOM = { characters: 110, bytes: 200 };
const part = (text: string) => validPart(text, ROOM);
const { request } = core();
const named = (title: string, template?: string) =>
  fileName({ title, request: request as GenerationRequest }, { template });

/** Rules of Chromium and of the systems, written down on their own. Measured in Chromium 156. */
const REFUSED =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029"*/:<>?\\|%]|^[.\s~]|[.\s]$/u;
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|clock\$|conin\$|conout\$) *(\.|$)/i;
const FOLDERS = /^desktop\.ini$|^thumbs\.db$|\.(lnk|local|url|scf|desktop|\{.*\})$/i;
/** What a name may grow to: another number, and the ending while it is saved. */
const GROWN = ' (1234).crdownload';

/** What is wrong with a path; empty for a good one. */
function faults(path: string): string[] {
  const parts = path.split('/');
  const wrong = parts.filter(
    (each) =>
      each === '' ||
      REFUSED.test(each) ||
      DEVICES.test(each) ||
      each !== each.normalize('NFC') ||
      Buffer.byteLength(each + GROWN) > 255 ||
      each.length >= 120,
  );
  const folders = parts.slice(0, -1).filter((folder) => FOLDERS.test(folder));
  return [...wrong, ...folders, ...(/[^./\s]\.mp4$/.test(path) ? [] : [path])];
}

/** All code points of the planes that hold characters, and both ends of the others. */
function* codePoints(): Generator<number> {
  for (let plane = 0; plane <= 16; plane++)
    for (let low = 0; low <= 0xffff; low++)
      if (plane < 4 || plane === 14 || low < 256 || low > 0xff00) yield plane * 0x10000 + low;
}

/** Made here, since fast-check takes most of a second to list all of Unicode for the first one. */
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const anyLetters = fc.string({ unit: 'grapheme', maxLength: 9 });

describe('a part of a name', () => {
  it.each([
    ['A family \u{1f468}‍\u{1f469}‍\u{1f467} walks', 'A family \u{1f468}\u{1f469}\u{1f467} walks'],
    ['ක්‍ෂණය', 'ක්ෂණය'],
    ['خانه‌ها', 'خانهها'],
    [
      'Flag \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} waves',
      'Flag \u{1f3f4} waves',
    ],
    ['x\ufdd0y\uffffz\u{1fffe}', 'xyz'],
    ['half \ud83d a pair', 'half a pair'],
    ['~ship~', 'ship'],
    ['NUL', 'NUL!'],
    ['prn.mov', 'prn!.mov'],
    ['com¹', 'com¹!'],
    ['CONIN$', 'CONIN$!'],
    ['Concert', 'Concert'],
    ['... ship . ', 'ship'],
    ['q/w\\e:r*t?y"u<i>o|p', 'q w e r t y u i o p'],
    ['one\r\ntwo\tthree\u2028four', 'one two three four'],
    ['\u202ereversed\u202c words', 'reversed words'],
    ['e\u0301tude', 'étude'],
    ['50 % grey', '50 grey'],
    ['\u200b\u2060\ufeff', ''],
    ['. .', ''],
  ])('of %j is %j', (text, name) => {
    expect(part(text)).toBe(name);
  });

  it('is cut by bytes, between whole characters', () => {
    const cut = part('漢'.repeat(120));
    expect(cut).toBe('漢'.repeat(66));
    // A thumb with its tone of skin is one character of eight bytes.
    expect(part('\u{1f44d}\u{1f3fd}'.repeat(60))).toBe('\u{1f44d}\u{1f3fd}'.repeat(25));
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => part(part(text)) === part(text)));
  });
});

describe('the path of a saved clip', () => {
  it('is valid with every code point of Unicode in its title', () => {
    const points = [...codePoints()].map((code) => String.fromCodePoint(code));
    const wrong: string[] = [];
    for (let at = 0; at < points.length; at += 24) {
      const some = points.slice(at, at + 24);
      wrong.push(...faults(named(`a${some.join('b')}c`)), ...faults(named(some[at % 24] ?? '')));
    }
    expect(points.length).toBeGreaterThan(300_000);
    expect(wrong).toEqual([]);
  });

  it('is valid for any title, also of halves of pairs, in any template', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const odd = fc.constantFrom(
      'CON',
      'aux',
      ' ',
      '.',
      '~',
      '‍',
      '\u0301',
      '.lnk',
      '.desktop',
      'thumbs.db',
      '漢',
      'lpt1',
    );
    const title = fc
      .array(fc.oneof(unit, odd, anyLetters), { maxLength: 150 })
      .map((all) => all.join(''));
    const template = fc
      .array(
        fc.oneof(fc.constantFrom(...NAME_TOKENS.map((token) => `{${token}}`), '/'), odd, unit),
        {
          maxLength: 12,
        },
      )
      .map((all) => all.join(''));
    fc.assert(
      fc.property(title, template, (text, typed) => {
        const checked = checkTemplate(typed);
        expect(faults(named(text, checked.ok ? checked.value : undefined))).toEqual([]);
        expect(faults(named(text, '{clip}/{clip}'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what tells takes apart, however long the title is', () => {
    expect(named('漢'.repeat(300))).toMatch(/^漢{50} – Orbit up\.mp4$/);
  });
});
