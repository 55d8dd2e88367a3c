import { describe, expect, it } from 'vitest';
import { fileOf, posterOf } from '@/lib/flow-google/files';
import { BOAT } from './samples';

const TOKEN = 'AF1QipBoat_00-1';
const SIGNED = `https://flow-content.google/image/${BOAT}?Expires=1791121600&Signature=x`;

describe('the picture of a record', () => {
  it.each([
    `https://lh3.googleusercontent.com/asb/${TOKEN}`,
    `https://lh3.googleusercontent.com/asb/${TOKEN}=s512`,
    `https://contribution.fife.usercontent.google.com/asb/${TOKEN}`,
    `https://contribution.fife.usercontent.google.com/asb/${TOKEN}=m22?authuser=0#x`,
    `https://flow.google.com/asb/${TOKEN}`,
  ])('by %s is that of the page’s own origin', (url) => {
    expect(posterOf([url])).toEqual({ poster: `https://flow.google.com/asb/${TOKEN}` });
  });

  it('may be a signed file, which ends', () => {
    expect(posterOf([SIGNED])).toEqual({ poster: SIGNED, posterExpiresAt: 1_791_121_600_000 });
  });

  it('is the first that there is', () => {
    const url = `https://flow.google.com/asb/${TOKEN}`;
    expect(posterOf([undefined, 'https://example.com/x', url, SIGNED])).toEqual({ poster: url });
    expect(posterOf([])).toEqual({});
  });

  it.each([
    `https://lh3.googleusercontent.com/asb/`,
    `https://lh3.googleusercontent.com/asb/short`,
    `https://lh3.googleusercontent.com/asb/${TOKEN}/more`,
    `https://lh3.googleusercontent.com/asb/${TOKEN}%2f..`,
    `https://lh3.googleusercontent.com/asb/${'x'.repeat(2001)}`,
    `https://lh3.googleusercontent.com/a/${TOKEN}`,
    `http://lh3.googleusercontent.com/asb/${TOKEN}`,
    `https://lh3.googleusercontent.com.example.com/asb/${TOKEN}`,
    `https://example.com/asb/${TOKEN}`,
    `javascript:alert(1)//asb/${TOKEN}`,
    '',
    'none',
  ])('is not at %s', (url) => {
    expect(posterOf([url])).toEqual({});
  });
});

describe('the file of a record', () => {
  it('lies where Flow’s files do', () => {
    expect(fileOf(SIGNED)).toEqual({ url: SIGNED, urlExpiresAt: 1_791_121_600_000 });
    const plain = `https://flow-content.google/video/${BOAT}`;
    expect(fileOf(plain)).toEqual({ url: plain });
  });

  it.each([
    undefined,
    '',
    'x',
    'https://example.com/video/x',
    `https://flow.google.com/asb/${TOKEN}`,
  ])('is not %s', (url) => {
    expect(fileOf(url)).toEqual({});
  });
});
