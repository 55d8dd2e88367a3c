import { describe, expect, it } from 'vitest';
import { expiresAt, mediaKeyOf } from '@/lib/flow/file-url';
import { encodeMediaId } from '@/lib/flow/media-id';
import { redirectTo } from '@/lib/labs/urls';

const PROJECT = 'a8a1a6c5-1c86-4c0f-8a42-5d1f2e3b4c5d';
const STORE = 'https://storage.googleapis.com/ai-sandbox-videofx';
const REDIRECT = 'https://labs.google/fx/api/trpc/media.getMediaUrlRedirect';
const ID = encodeMediaId({ kind: 'video', workflowId: PROJECT, mediaKey: PROJECT });

describe('a media address', () => {
  it.each([
    [
      `${STORE}/video/abc-def_upsampled?GoogleAccessId=x&Expires=5&Signature=y`,
      'abc-def_upsampled',
    ],
    [`${STORE}/image/abc?Expires=5`, 'abc'],
    ['https://flow-content.google/video/abc?Expires=5&KeyName=k&Signature=s', 'abc'],
    ['https://flow-content.google/video/abc_upsampled?Expires=5', 'abc_upsampled'],
    [`${REDIRECT}?name=${PROJECT}`, PROJECT],
    [`${REDIRECT}?name=${PROJECT}&mediaUrlType=MEDIA_URL_TYPE_THUMBNAIL`, PROJECT],
    [redirectTo(`${PROJECT}_upsampled`).poster, `${PROJECT}_upsampled`],
    [`${REDIRECT}?name=${ID}`, PROJECT],
    [`${REDIRECT}?name=somebody`, undefined],
    [REDIRECT, undefined],
    [`https://labs.google/fx/api/trpc/media.other?name=${PROJECT}`, undefined],
    ['https://flow-content.google/other/abc', undefined],
    ['https://storage.googleapis.com/another-bucket/video/abc', undefined],
    ['https://example.com/video/abc', undefined],
    ['https://flow-content.google.example.com/video/abc', undefined],
    ['http://flow-content.google/video/abc', undefined],
    ['https://lh3.googleusercontent.com/a/x=s96-c', undefined],
    ['blob:https://labs.google/1b2c', undefined],
    [`${STORE}/video/`, undefined],
    ['not an address', undefined],
    [undefined, undefined],
  ])('%s leads to the key %s', (url, key) => {
    expect(mediaKeyOf(url)).toBe(key);
  });

  it.each([
    [`${STORE}/video/a?Expires=1763158475`, 1_763_158_475_000],
    [`${STORE}/video/a`, undefined],
    [`${STORE}/video/a?Expires=soon`, undefined],
    ['nonsense', undefined],
  ])('%s ends at %s', (url, at) => {
    expect(expiresAt(url)).toBe(at);
  });
});
