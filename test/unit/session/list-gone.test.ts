import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { observationOf } from '@/lib/labs/observation';
import { takeObservation } from '@/lib/session/session';
import { oneTab, openTab } from '@/lib/session/tab-registry';

const TRPC = 'https://labs.google/fx/api/trpc';
const WORKFLOWS = 'project.searchProjectWorkflows';
const OPENING = 'flow.projectInitialData';
const MODELS = 'videoFx.getVideoModelConfig';

const json = { workflows: [], projectContents: {} };
const GOOD = JSON.stringify({ result: { data: { json: { result: json } } } });
const gone = (message = 'This procedure is no longer available here.') =>
  JSON.stringify({
    error: { json: { message, code: -32_004, data: { code: 'NOT_FOUND', httpStatus: 404 } } },
  });

const hear = (procedure: string, status: number, body: string) =>
  takeObservation(
    1,
    observationOf({ url: `${TRPC}/${procedure}?input=x`, status, body }, 2000),
    2000,
  );
const list = async () => (await oneTab(1))?.list;
const open = (at: number) =>
  openTab({ site: 'labs.google', tabId: 1, sessionId: `;${at}`, seenAt: at, projectId: undefined });

beforeEach(async () => {
  fakeBrowser.reset();
  await open(1000);
});

describe('a page whose list of clips was retired', () => {
  it.each([WORKFLOWS, OPENING, `${MODELS},${WORKFLOWS}`])(
    'is seen to be so by %s',
    async (name) => {
      await hear(name, 404, gone());
      expect(await list()).toBe('gone');
    },
  );

  it.each([
    ['a project that Flow does not know', WORKFLOWS, 404, gone('No such project.')],
    ['a model list that is gone', MODELS, 404, gone()],
    ['a fault', WORKFLOWS, 500, gone('Failed.').replaceAll('404', '500')],
    ['HTML', WORKFLOWS, 404, '<html>'],
  ] as const)('is not what %s means', async (_, name, status, body) => {
    await hear(name, status, body);
    expect(await list()).toBeUndefined();
  });

  it('is none while the other list brings its clips, in whatever order', async () => {
    await hear(OPENING, 404, gone());
    await hear(WORKFLOWS, 200, GOOD);
    expect(await list()).toBe('seen');
    await hear(OPENING, 404, gone());
    expect(await list()).toBe('seen');
  });

  it('is looked at anew when it is loaded again', async () => {
    await hear(WORKFLOWS, 404, gone());
    await open(5000);
    expect(await list()).toBeUndefined();
  });
});
