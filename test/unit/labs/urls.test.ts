import { describe, expect, it } from 'vitest';
import { flowPageOf } from '@/lib/labs/urls';

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
