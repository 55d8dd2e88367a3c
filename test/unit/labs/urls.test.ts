import { describe, expect, it } from 'vitest';
import { encodeMediaId } from '@/lib/flow/media-id';
import { expiresAt, flowPageOf, mediaKeyOf, newFlowPageOf, redirectTo } from '@/lib/labs/urls';

const PROJECT = 'a8a1a6c5-1c86-4c0f-8a42-5d1f2e3b4c5d';
const FLOW = 'https://labs.google/fx';

describe('where an address leads', () => {
  it.each([
    [`${FLOW}/tools/flow`, {}],
    [`${FLOW}/zh/tools/flow`, {}],
    [`${FLOW}/tools/flow?as=x#y`, {}],
    [`${FLOW}/tools/flow/project/${PROJECT}`, { projectId: PROJECT }],
    [`${FLOW}/pt-br/tools/flow/project/${PROJECT}/edit/abc`, { projectId: PROJECT }],
    [`${FLOW}/ja/tools/flow/project/${PROJECT}/scenes/abc?x=1`, { projectId: PROJECT }],
    [`${FLOW}/tools/flow/project/none`, {}],
    [`${FLOW}/vi/tools/flow`, {}],
    [`${FLOW}/es-419/tools/flow/project/${PROJECT}/scenes/abc`, { projectId: PROJECT }],
    [`${FLOW}/zh-hant-tw/tools/flow/project/${PROJECT}/edit/abc`, { projectId: PROJECT }],
    [`${FLOW}/tools/flow/project/${PROJECT}?pli=1&authuser=1#x`, { projectId: PROJECT }],
    [`${FLOW}/tools/flow/project/${PROJECT}/`, { projectId: PROJECT }],
    [`${FLOW}/tools/flow/`, {}],
    [`${FLOW}/tools/whisk`, undefined],
    [`${FLOW}/tools/flowers`, undefined],
    [`${FLOW}/tools/flow-tv/project/${PROJECT}`, undefined],
    [`${FLOW}/tools/video-fx/${PROJECT}`, undefined],
    ['https://labs.google/flow/about', undefined],
    [`http://labs.google/fx/tools/flow`, undefined],
    [`https://labs.google.example.com/fx/tools/flow`, undefined],
    ['https://flow.google.com/', undefined],
    ['chrome://newtab', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (url, position) => {
    expect(flowPageOf(url)).toEqual(position);
  });
});

describe('an address of the new Flow', () => {
  it.each([
    ['https://flow.google.com/', 'moved'],
    [`https://flow.google.com/project/${PROJECT}?hl=vi`, 'moved'],
    ['https://flow.google.com/u/1/about-face', 'moved'],
    ['https://flow.google.com/about', 'no-access'],
    ['https://flow.google.com/about/?hl=de#x', 'no-access'],
    ['https://flow.google.com/unsupported-country', 'no-access'],
    ['https://flow.google/', undefined],
    ['https://labs.google/flow/about', undefined],
    ['http://flow.google.com/', undefined],
    [undefined, undefined],
  ])('%s: %s', (url, position) => {
    expect(newFlowPageOf(url)).toBe(position);
  });
});

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
