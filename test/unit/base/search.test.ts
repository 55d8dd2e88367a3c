import { describe, expect, it } from 'vitest';
import { plain, searchFor } from '@/lib/base/search';

describe('the search', () => {
  it.each([
    ['cafe', 'Café de Flore'],
    ['CAFÉ', 'cafe\u0301 at night'],
    ['strasse', 'STRASSE bei Nacht'],
    ['女巫 降落', '女巫 在 屋顶 降落'],
    ['ｗｉｔｃｈ', 'Witch lands'],
    ['μου', 'Ο ΓΑΤΟΣ ΜΟΥ'],
    ['left witch', 'Reshoot Witch lands Orbit left'],
    ['', 'anything'],
  ])('finds %s in %s', (words, text) => {
    expect(searchFor(words)(plain(text))).toBe(true);
  });

  it('wants every word', () => {
    expect(searchFor('witch door')(plain('Witch lands'))).toBe(false);
  });
});
