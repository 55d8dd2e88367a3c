import { describe, expect, it } from 'vitest';
import { expiresAt, flowPlace, mediaKeyOf } from '@/lib/flow/addresses';

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
    [`${FLOW}/tools/whisk`, undefined],
    [`http://labs.google/fx/tools/flow`, undefined],
    [`https://labs.google.example.com/fx/tools/flow`, undefined],
    ['https://flow.google.com/', undefined],
    ['chrome://newtab', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (address, place) => {
    expect(flowPlace(address)).toEqual(place);
  });
});

const STORE = 'https://storage.googleapis.com/ai-sandbox-videofx';

describe('a media address', () => {
  it.each([
    [
      `${STORE}/video/abc-def_upsampled?GoogleAccessId=x&Expires=5&Signature=y`,
      'abc-def_upsampled',
    ],
    [`${STORE}/image/abc?Expires=5`, 'abc'],
    ['https://flow-content.google/video/abc?Expires=5&KeyName=k&Signature=s', 'abc'],
    ['blob:https://labs.google/1b2c', undefined],
    [`${STORE}/video/`, undefined],
    ['not an address', undefined],
    [undefined, undefined],
  ])('%s leads to the key %s', (address, key) => {
    expect(mediaKeyOf(address)).toBe(key);
  });

  it.each([
    [`${STORE}/video/a?Expires=1763158475`, 1_763_158_475_000],
    [`${STORE}/video/a`, undefined],
    [`${STORE}/video/a?Expires=soon`, undefined],
    ['nonsense', undefined],
  ])('%s ends at %s', (address, at) => {
    expect(expiresAt(address)).toBe(at);
  });
});
