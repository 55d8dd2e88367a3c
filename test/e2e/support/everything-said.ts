import type { Worker } from '@playwright/test';
import type { Launched } from '../../browsers/launch';

/** All that the extension says, asks for and keeps from now on, as texts to be searched. */
export interface Everything {
  /** Requests of any page, frame or worker: each with its host, and with URL, headers and body as one text. */
  readonly requests: readonly { readonly host: string; readonly text: string }[];
  /** What was written to any log. */
  readonly logged: readonly string[];
  /** What the background was told, and all that lies in its storage and its databases. */
  readonly kept: () => Promise<Record<'messages' | 'local' | 'session' | 'records', string>>;
}

export async function noteEverything(chromium: Launched): Promise<Everything> {
  const { context } = chromium;
  const worker = await chromium.worker();
  const requests: { host: string; text: string }[] = [];
  context.on('request', (request) => {
    const text = JSON.stringify([request.url(), request.headers(), request.postData()]);
    requests.push({ host: new URL(request.url()).host, text });
  });
  const logged: string[] = [];
  for (const source of [context, worker])
    source.on('console', (message: { text(): string }) => logged.push(message.text()));
  await worker.evaluate(() => {
    const messages: string[] = [];
    Object.assign(globalThis, { messages });
    chrome.runtime.onMessage.addListener((message) => {
      messages.push(JSON.stringify(message));
    });
  });
  return { requests, logged, kept: () => keptBy(worker) };
}

const keptBy = (worker: Worker) =>
  worker.evaluate(async () => {
    const { messages } = globalThis as unknown as { messages: readonly string[] };
    const done = (request: EventTarget) =>
      new Promise((resolve) => request.addEventListener('success', resolve));
    const records: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      await done(open);
      for (const store of open.result.objectStoreNames) {
        const all = open.result.transaction(store).objectStore(store).getAll();
        await done(all);
        records.push(store, all.result);
      }
      open.result.close();
    }
    return {
      messages: messages.join('\n'),
      local: JSON.stringify(await chrome.storage.local.get()),
      session: JSON.stringify(await chrome.storage.session.get()),
      records: JSON.stringify(records),
    };
  });
