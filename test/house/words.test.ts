import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { isMeant, keysAsked, literals, untranslated } from './read-words';

const sourcesIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .map((path) => ({
        path,
        source: readFileSync(path, 'utf8'),
        lang: path.endsWith('x') ? ('tsx' as const) : ('ts' as const),
      })),
  );

const sources = sourcesIn('components', 'lib', 'entrypoints');
const seen = sources.filter(({ path }) => /^(components|lib.background|entrypoints)/.test(path));
const keys = (await parseMessagesFile('locales/en.yml'))
  .map(({ key }) => key.join('.'))
  .filter((key) => !key.startsWith('@@'));
const manifest = readFileSync('wxt.config.ts', 'utf8');
const ofManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name);

describe('what finds words', () => {
  it('finds text between tags, in what can stand there, and in names', () => {
    const sample = `const View = ({ on }) => (
      <p title="Some title" aria-label={on ? 'On now' : \`Off \${on}\`} class="plain words">
        Plain text {on && 'shown at times'} {i18n.t('a.key')} <b>{'×'}</b> · 1080
      </p>
    );
    menu({ id: 'extend', title: 'Menu title' });
    announce('Said aloud');`;
    expect(untranslated(sample).toSorted()).toEqual(
      [
        'Menu title',
        'Off *',
        'On now',
        'Plain text',
        'Said aloud',
        'Some title',
        'shown at times',
      ].toSorted(),
    );
  });

  it('finds Chinese as well', () => {
    expect(untranslated('const a = <p>重拍</p>')).toEqual(['重拍']);
  });

  it('finds the keys of calls, with a star for what is filled in', () => {
    const sample = `i18n.t('a.b'); i18n.t(\`move.\${move}\`, [1]); i18n.t(on ? 'x.y' : 'x.z'); t('no')`;
    expect(keysAsked(sample)).toEqual(['a.b', 'move.*', 'x.y', 'x.z']);
  });

  it('lets a star stand for one part of a key', () => {
    expect(isMeant('move.UP', 'move.*')).toBe(true);
    expect(isMeant('move.UP', 'moves.*')).toBe(false);
    expect(isMeant('move.UP.more', 'move.*')).toBe(false);
    expect(isMeant('card.open', 'card.opened')).toBe(false);
  });
});

describe('every word that is shown', () => {
  it.each(seen)('comes from the locales in $path', ({ source, lang }) => {
    expect(untranslated(source, lang)).toEqual([]);
  });
});

describe('every key', () => {
  const asked = sources.flatMap(({ source, lang }) => keysAsked(source, lang));
  const named = sources
    .flatMap(({ source, lang }) => literals(source, lang))
    .filter((text) => text !== '*');

  it('that is asked for exists', () => {
    const isKnown = (by: string) => by.startsWith('@@') || keys.some((key) => isMeant(key, by));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((by) => !isKnown(by))).toEqual([]);
  });

  it('is asked for somewhere, in a call, a table or the manifest', () => {
    const plain = new Set(named);
    const patterns = asked.filter((by) => by.includes('*'));
    const isUsed = (key: string) =>
      plain.has(key) ||
      ofManifest.includes(key.replaceAll('.', '_')) ||
      patterns.some((by) => isMeant(key, by));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('of the manifest exists', () => {
    const names = keys.map((key) => key.replaceAll('.', '_'));
    expect(ofManifest.length).toBeGreaterThanOrEqual(3);
    expect(ofManifest.filter((name) => !names.includes(name))).toEqual([]);
  });
});
