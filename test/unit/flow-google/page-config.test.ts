import { describe, expect, it } from 'vitest';
import { isSignedIn, readPageConfig } from '@/lib/flow-google/page-config';
import { mutantTexts } from '../../samples/mutants';

const DATA = {
  // A text that looks like a field, in front of the fields.
  first: { list: [1, '"SNlM0e":"AGs0wrongWRONG:1"'] },
  cfb2h: 'boq_labs-ai-sandbox-frontend_20261006.11_p0',
  FdrFJe: '-3141592653589793238',
  SNlM0e: 'AGs0abcDEF_-12:1791100000000',
  oPEP7c: 'ada@example.com',
};
const script = (data: object = DATA) =>
  `"use strict";window.WIZ_global_data = ${JSON.stringify(data)};window.x=1;`;
const READ = {
  at: DATA.SNlM0e,
  build: DATA.cfb2h,
  sid: DATA.FdrFJe,
  email: DATA.oPEP7c,
};

describe('the configuration in the page', () => {
  it('has what calls need, and whose it is', () => {
    expect(readPageConfig(script())).toEqual(READ);
  });

  it('without its first field is one of nobody’s', () => {
    const { SNlM0e, ...rest } = DATA;
    const config = readPageConfig(script(rest)) ?? {};
    expect(config).toEqual({ build: DATA.cfb2h, sid: DATA.FdrFJe, email: DATA.oPEP7c });
    expect([isSignedIn(config), isSignedIn({ at: SNlM0e })]).toEqual([false, true]);
  });

  it.each([
    ['at', { SNlM0e: 7 }],
    ['at', { SNlM0e: 'short' }],
    ['at', { SNlM0e: 'with space inside it' }],
    ['at', { SNlM0e: 'x'.repeat(501) }],
    ['build', { cfb2h: '' }],
    ['build', { cfb2h: 'a&b=c' }],
    ['sid', { FdrFJe: 'words' }],
    ['sid', { FdrFJe: 42 }],
    ['email', { oPEP7c: 'nobody' }],
    ['email', { oPEP7c: 'a b@example.com' }],
    ['email', { oPEP7c: '<a@example.com>' }],
  ])('loses %s where it is %j, and nothing else', (name, odd) => {
    const rest = Object.entries(READ).filter(([key]) => key !== name);
    expect(readPageConfig(script({ ...DATA, ...odd }))).toEqual(Object.fromEntries(rest));
  });

  it('is read where signs are written by their numbers', () => {
    const text = `WIZ_global_data = {"SNlM0e":"AGs0abcd\\x3d\\u003d:1","oPEP7c":"ada\\x40example.com"}`;
    expect(readPageConfig(text)).toEqual({ at: 'AGs0abcd==:1', email: 'ada@example.com' });
  });

  it.each(['', 'window.other = {};', '"SNlM0e":"AGs0abcDEF_-12:1"', '<html>'])(
    'is not there in %j',
    (text) => {
      expect(readPageConfig(text)).toBeUndefined();
    },
  );

  it('is looked for where it can be, in linear time', () => {
    const far = `WIZ_global_data = {"x":"${'y'.repeat(2_000_000)}","SNlM0e":"AGs0abcDEF_-12:1"}`;
    expect(readPageConfig(far)).toEqual({});
    for (const sign of ['"SNlM0e":"', '"SNlM0e":"\\', '"SNlM0e" ', '\\'])
      expect(readPageConfig(`WIZ_global_data${sign.repeat(200_000)}`)).toEqual({});
  });

  it('spoiled in any way never has a part of another form', () => {
    for (const text of mutantTexts(script())) {
      const {
        at = 'AGs0abcd',
        build = 'abc',
        sid = '1',
        email = 'a@b',
      } = readPageConfig(text) ?? {};
      const isGood =
        /^[\w.:/+=-]{8,500}$/.test(at) &&
        /^[\w.-]+$/.test(build) &&
        /^-?\d+$/.test(sid) &&
        /^[^\s@]+@[^\s@]+$/.test(email);
      if (!isGood) expect.unreachable(text);
    }
  });
});
