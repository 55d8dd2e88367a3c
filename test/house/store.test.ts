import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { ICONS } from '../store/icons';
import { readPngHeader } from '../store/png';
import { SCENES } from '../store/scenes';

const FOLDER = 'docs/store/listing';
const LANGUAGES = ['en', 'zh-CN'] as const;

/** Sections of a listing by their title. */
const sectionsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part): [string, string] => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end).trim()];
      }),
  );

const listings = readdirSync(FOLDER).map((name) => ({
  language: name.replace('.md', ''),
  sections: sectionsOf(readFileSync(`${FOLDER}/${name}`, 'utf8')),
}));

const itemsOf = (text: string, mark: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length));

/** In the order of the listing's bullets: words that README has to have as well. */
const FEATURES = [
  ['extend', 'filmstrip', 'exact to the frame'],
  ['reshoot', 'fourteen camera moves', "clip's own first frame"],
  ['upscale', '1080p'],
  ['one to three images'],
  ['follow every job', 'finished file', 'Started in Flow'],
  ['compare takes frame by frame', 'keep one'],
  ['library', 'search', 'versions', 'made from'],
];

describe('the papers for the stores', () => {
  it('are there in English and Chinese with the same sections', () => {
    expect(listings.map(({ language }) => language)).toEqual(
      expect.arrayContaining(['en', 'zh_CN']),
    );
    const [first] = listings;
    for (const { sections } of listings)
      expect([...sections.keys()]).toEqual([...(first?.sections.keys() ?? [])]);
    expect(first?.sections.size).toBe(6);
  });

  describe.each(listings)('in $language', ({ language, sections }) => {
    const text = (title: string) => sections.get(title) ?? '';

    it('have texts that every store has room for', () => {
      expect(text('Name').length).toBeLessThanOrEqual(45);
      expect(text('Summary').length).toBeLessThanOrEqual(132);
      expect(text('Description').length).toBeGreaterThanOrEqual(250);
      expect(text('Description').length).toBeLessThanOrEqual(10_000);
      expect(text('Single purpose')).toMatch(/\S{20}|\S+( \S+){10}/);
      expect(text('Notes to reviewers')).toContain('npm run demo');
    });

    it('have search terms within the limits of Edge', () => {
      const terms = itemsOf(text('Search terms'), '- ');
      expect(terms.length).toBeGreaterThan(0);
      expect(terms.length).toBeLessThanOrEqual(7);
      expect(terms.filter((term) => term.length > 30)).toEqual([]);
      expect(terms.flatMap((term) => term.split(' ')).length).toBeLessThanOrEqual(21);
    });

    it('say the name and the summary of the manifest', async () => {
      const messages = await parseMessagesFile(`locales/${language}.yml`);
      const said = JSON.stringify(messages);
      expect(said).toContain(JSON.stringify(text('Name')));
      expect(said).toContain(JSON.stringify(text('Summary')));
      expect(text('Name')).not.toMatch(/google|flow|chrome/i);
    });

    it('claim as many features as README has', () => {
      expect(itemsOf(text('Description'), '• ')).toHaveLength(FEATURES.length);
    });
  });

  it('claim no feature that README does not have', () => {
    const readme = readFileSync('README.md', 'utf8').replaceAll('**', '').toLowerCase();
    const english = listings.find(({ language }) => language === 'en');
    const bullets = itemsOf(english?.sections.get('Description') ?? '', '• ');
    for (const [at, words] of FEATURES.entries()) {
      for (const word of words) expect(readme).toContain(word.toLowerCase());
      expect(bullets[at]?.toLowerCase()).toContain(words[0]?.toLowerCase());
    }
  });
});

describe('the pictures for the stores', () => {
  const wanted = LANGUAGES.flatMap((language) => [
    { name: `${language}-tile-440x280`, width: 440, height: 280 },
    { name: `${language}-marquee-1400x560`, width: 1400, height: 560 },
    ...SCENES.map(({ name }) => ({ name: `${language}-${name}`, width: 1280, height: 800 })),
  ]);

  it.each(wanted)('$name has the size that is asked for, and no alpha', ({ name, ...size }) => {
    const png = readFileSync(`docs/store/pictures/${name}.png`);
    expect(readPngHeader(png)).toEqual({ ...size, depth: 8, colourType: 2 });
  });

  it.each(ICONS)('$file is there in its size', ({ file, size }) => {
    expect(existsSync(file)).toBe(true);
    expect(readPngHeader(readFileSync(file))).toMatchObject({ width: size, height: size });
  });
});
