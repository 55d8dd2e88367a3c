import { describe, expect, it, vi } from 'vitest';

/** `listText` as the browser would have it whose messages and interface are in those languages. */
async function listIn(own: string, ofBrowser = own) {
  vi.resetModules();
  vi.doMock('#i18n', () => ({
    i18n: { t: (key: string) => (key === 'lang' ? own : ofBrowser.replaceAll('-', '_')) },
  }));
  const { listText } = await import('@/lib/text/list');
  return listText;
}

describe('a list of things of one kind', () => {
  it.each([
    ['en', '1 done, 2 running, 3 waiting'],
    ['es', '1 done, 2 running y 3 waiting'],
    ['zh-CN', '1 done、2 running、3 waiting'],
  ])('is written as %s writes it', async (tag, written) => {
    const listText = await listIn(tag);
    expect(listText(['1 done', '2 running', '3 waiting'])).toBe(written);
  });

  it('is the thing alone where there is one, and nothing where there is none', async () => {
    const listText = await listIn('es');
    expect(listText(['2 listos'])).toBe('2 listos');
    expect(listText([])).toBe('');
  });
});

describe('numbers', () => {
  it.each([
    ['es', 'es-MX', '25,000'],
    ['es', 'es-ES', '25.000'],
    ['en', 'en-IN', '25,000'],
    // Words in English, as there are none in the browser's language.
    ['en', 'de-DE', '25,000'],
  ])('in %s follow the region of a browser in %s', async (own, ofBrowser, written) => {
    await listIn(own, ofBrowser);
    const { number } = await import('@/lib/text/format');
    expect(number(25_000)).toBe(written);
  });
});
