import { describe, expect, it } from 'vitest';
import { OF_INTEREST } from '@/lib/flow-google/of-interest';
import { clipPageUrl, flowGooglePageOf } from '@/lib/flow-google/urls';
import { BOAT, PROJECT } from './samples';

const SITE = 'https://flow.google.com';
const WORKFLOW = BOAT;

describe('where a URL of flow.google.com leads', () => {
  it.each([
    [`${SITE}/`, {}],
    [SITE, {}],
    [`${SITE}/?pli=1#x`, {}],
    [`${SITE}/u/1`, { authuser: 1 }],
    [`${SITE}/u/12/`, { authuser: 12 }],
    [`${SITE}/project/${PROJECT}`, { projectId: PROJECT }],
    [`${SITE}/project/${PROJECT}/`, { projectId: PROJECT }],
    [`${SITE}/project/${PROJECT}?x=1`, { projectId: PROJECT }],
    [`${SITE}/u/0/project/${PROJECT}`, { projectId: PROJECT, authuser: 0 }],
    [`${SITE}/project/${PROJECT}/edit/${WORKFLOW}`, { projectId: PROJECT, workflowId: WORKFLOW }],
    [`${SITE}/project/${PROJECT}/scene/${WORKFLOW}`, { projectId: PROJECT, sceneId: WORKFLOW }],
    [
      `${SITE}/u/3/project/${PROJECT}/scene/${WORKFLOW}/more`,
      { projectId: PROJECT, sceneId: WORKFLOW, authuser: 3 },
    ],
    [`${SITE}/project/${PROJECT}/edit/none`, { projectId: PROJECT }],
    [`${SITE}/project/${PROJECT}/other/${WORKFLOW}`, { projectId: PROJECT }],
    [`${SITE}/project/none/edit/${WORKFLOW}`, {}],
    [`${SITE}/gallery`, {}],
    [`${SITE}/aboutness`, {}],
    [`${SITE}/about`, 'no-access'],
    [`${SITE}/about?x=1`, 'no-access'],
    [`${SITE}/u/2/about/more`, 'no-access'],
    [`${SITE}/unsupported-country`, 'no-access'],
    [`${SITE}/u/1/unsupported-country/`, 'no-access'],
    ['https://labs.google/fx/tools/flow', undefined],
    ['http://flow.google.com/', undefined],
    ['https://flow.google.com.example.com/', undefined],
    ['https://flow.google.com:8443/', undefined],
    ['none', undefined],
    [undefined, undefined],
  ])('%s: %j', (url, page) => {
    expect(flowGooglePageOf(url)).toEqual(page);
  });

  it('is found again by the URL of a clip’s page', () => {
    for (const page of [
      { projectId: PROJECT, workflowId: WORKFLOW },
      { projectId: PROJECT, workflowId: WORKFLOW, authuser: 2 },
      { projectId: PROJECT },
    ])
      expect(flowGooglePageOf(clipPageUrl(page))).toEqual(page);
    expect(clipPageUrl({ projectId: '../x', workflowId: '?y' })).toBe(
      `${SITE}/project/..%2Fx/edit/%3Fy`,
    );
  });
});

describe('the calls of the page that are looked at', () => {
  const PATH = '_/AiSandboxAngularFrontend/data/batchexecute';
  it.each([
    [`${SITE}/${PATH}`, true],
    [`${SITE}/${PATH}?rpcids=nzlxg%2CHTrJv&rt=c`, true],
    [`${SITE}/u/1/${PATH}?rpcids=nzlxg`, true],
    [`${SITE}/u/x/${PATH}`, false],
    [`${SITE}/${PATH}/more`, false],
    [`${SITE}/${PATH}2`, false],
    [`${SITE}/_/OtherFrontend/data/batchexecute`, true],
    [`${SITE}/_/a/b/data/batchexecute`, false],
    [`${SITE}/log?${PATH}`, false],
    [`https://flow.google.com.example.com/${PATH}`, false],
    [`https://example.com/${SITE}/${PATH}`, false],
    [`https://labs.google/${PATH}`, false],
  ])('%s: %s', (url, isOne) => {
    expect(OF_INTEREST.test(url)).toBe(isOne);
    expect(OF_INTEREST.exec(url)?.[1]).toBeUndefined();
  });
});
