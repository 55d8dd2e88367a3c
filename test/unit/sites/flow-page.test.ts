import { expect, it } from 'vitest';
import { flowPageOf, letsNobodyIn } from '@/lib/sites/flow-page';
import { PROJECT } from '../../samples/jobs';

it.each([
  [`https://labs.google/fx/tools/flow/project/${PROJECT}`, 'labs.google', PROJECT],
  ['https://labs.google/fx/tools/flow', 'labs.google', undefined],
  [`https://flow.google.com/project/${PROJECT}/edit/x`, 'flow.google.com', PROJECT],
  [`https://flow.google.com/u/2/project/${PROJECT}`, 'flow.google.com', PROJECT],
  ['https://flow.google.com/', 'flow.google.com', undefined],
])('%s is a page of %s', (url, site, projectId) => {
  expect(flowPageOf(url)).toEqual({ site, ...(projectId !== undefined && { projectId }) });
  expect(letsNobodyIn(url)).toBe(false);
});

it.each([
  ['https://flow.google.com/about', true],
  ['https://flow.google.com/u/1/unsupported-country', true],
  ['https://labs.google/fx/tools/whisk', false],
  ['https://flow.google.com.example.com/', false],
  [undefined, false],
])('%s is no page of Flow; one that lets nobody in: %s', (url, isClosed) => {
  expect(flowPageOf(url)).toBeUndefined();
  expect(letsNobodyIn(url)).toBe(isClosed);
});
