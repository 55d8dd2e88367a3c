import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  type CommandHandlers,
  onCommands,
  onReports,
  type ReportHandlers,
} from '@/lib/messaging/server';

const ID = 'test-extension-id';
const OWN = { id: ID, url: `chrome-extension://${ID}/popup.html` };
const FLOW = {
  id: ID,
  url: 'https://labs.google/fx/tools/flow/project/a8a1a6c5-1c86-4c0f-8a42-5d1f2e3b4c5d',
  frameId: 0,
  tab: { id: 7 },
};
const JOB = '00000000-0000-4000-8000-000000000001';

const handle = vi.fn(async () => undefined);
const heardCommand = vi.fn();
type Respond = (answer: { err?: unknown } | undefined) => void;
let heard: ((message: object, sender: object, respond: Respond) => void) | undefined;

// The library allows one registration for each name and context, so it is done once.
beforeAll(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.id = ID;
  const { runtime } = fakeBrowser;
  vi.spyOn(runtime, 'getURL').mockImplementation((path) => `chrome-extension://${ID}/${path}`);
  vi.spyOn(runtime.onMessage, 'addListener').mockImplementation((listener) => {
    heard = listener as typeof heard;
  });
  const all = new Proxy({}, { get: () => handle });
  onCommands(all as CommandHandlers, Promise.resolve(), heardCommand);
  onReports(all as ReportHandlers, Promise.resolve());
});

beforeEach(() => {
  handle.mockClear();
  heardCommand.mockClear();
});

async function tell(type: string, data: unknown, sender: object): Promise<void> {
  const message = { id: 1, type, data, timestamp: 0 };
  const answer = await new Promise<{ err?: unknown } | undefined>((respond) => {
    heard?.(message, sender, respond);
  });
  if (answer?.err !== undefined) throw answer.err;
}

describe('a command', () => {
  it('from a page of the extension is carried out', async () => {
    await tell('cancel', { jobId: JOB }, OWN);
    expect(handle).toHaveBeenCalledWith({ jobId: JOB });
    expect(heardCommand).toHaveBeenCalledOnce();
  });

  it.each([
    ['a Flow page', FLOW],
    ['another extension', { ...OWN, id: 'other' }],
    ['another extension’s page', { id: ID, url: 'chrome-extension://other/popup.html' }],
    ['a page without an address', { id: ID }],
  ])('from %s is not', async (_, sender) => {
    await expect(tell('cancel', { jobId: JOB }, sender)).rejects.toBeDefined();
    expect(handle).not.toHaveBeenCalled();
    expect(heardCommand).not.toHaveBeenCalled();
  });

  it.each([
    ['cancel', {}],
    ['cancel', { jobId: 'x' }],
    ['send', { tabId: 1, batchId: JOB, draft: { action: 'delete' } }],
    ['measured', { mediaId: 'm', frames: 0, width: 1, height: 1 }],
    ['reloadTab', null],
  ])('%s with the data %j is not', async (name, data) => {
    await expect(tell(name, data, OWN)).rejects.toBeDefined();
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('a report', () => {
  it('from the top frame of a Flow page is taken in, with its tab', async () => {
    await tell('pointed', { video: 'https://example.com/video/a' }, FLOW);
    expect(handle).toHaveBeenCalledWith(
      { video: 'https://example.com/video/a' },
      { tabId: 7, url: FLOW.url },
    );
  });

  it.each([
    ['a frame inside', { ...FLOW, frameId: 3 }],
    ['a page that nobody has opened yet', { ...FLOW, documentLifecycle: 'prerender' }],
    ['a page that was put aside', { ...FLOW, documentLifecycle: 'cached' }],
    ['a page outside Flow', { ...FLOW, url: 'https://labs.google/fx/tools/whisk' }],
    [
      'a page that only looks like it',
      { ...FLOW, url: 'https://labs.google.example.com/fx/tools/flow' },
    ],
    ['no tab', { ...FLOW, tab: undefined }],
    ['another extension', { ...FLOW, id: 'other' }],
  ])('from %s is not', async (_, sender) => {
    await expect(tell('pointed', {}, sender)).rejects.toBeDefined();
    expect(handle).not.toHaveBeenCalled();
  });
});
