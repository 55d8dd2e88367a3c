import type { Page } from '@playwright/test';
import type { FlowSite } from './flow-sites';

interface Large {
  /** Answers that say nothing to us: of a file, and of an upload. */
  readonly file: string;
  readonly upload: string;
  /** One that we look at; a number comes behind it. */
  readonly observed: string;
  /** Where the page may have a worker, and of what. */
  readonly script: string;
  readonly scope: string;
}

export const LARGE: Readonly<Record<FlowSite['name'], Large>> = {
  'labs.google': {
    file: 'https://aisandbox-pa.googleapis.com/v1/media/1?key=x',
    upload: 'https://aisandbox-pa.googleapis.com/v1:uploadUserImage',
    observed: 'https://labs.google/fx/api/trpc/project.getProject?input=',
    script: '/fx/_next/static/attack-worker.js',
    scope: '/fx/',
  },
  'flow.google.com': {
    file: 'https://flow-content.google/video/1?Expires=1',
    upload: 'https://flow.google.com/_/AiSandboxAngularFrontend/upload',
    observed: 'https://flow.google.com/_/AiSandboxAngularFrontend/data/batchexecute?_reqid=',
    script: '/_/static/attack-worker.js',
    scope: '/',
  },
};

/**
 * From now on the page's own worker answers these URLs with that many bytes: so large answers
 * need not come from outside the browser.
 */
export async function answerLarge([size, { script, scope }, urls]: readonly [
  number,
  Large,
  readonly string[],
]): Promise<void> {
  const controlled = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  await navigator.serviceWorker.register(script, { scope });
  await controlled;
  const large = await caches.open('large');
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ video: { encodedVideo: 'A'.repeat(size) } });
  for (const url of urls) await large.put(url, new Response(body, { headers }));
}

/** Sizes of the answers to that many calls, one after the other; with a body, all of them are sent one. */
export const sizesOf = (page: Page, urls: readonly string[], body?: string): Promise<number[]> =>
  page.evaluate(
    async ([all, sent]) => {
      const init = sent === undefined ? {} : { method: 'POST', body: sent };
      const found: number[] = [];
      for (const url of all) found.push((await (await fetch(url, init)).blob()).size);
      return found;
    },
    [urls, body] as const,
  );
