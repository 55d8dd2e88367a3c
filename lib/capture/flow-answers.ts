import { type Ask, askOf } from '@/lib/flow-google/ask';
import { isSignedIn, type PageConfig, readPageConfig } from '@/lib/flow-google/page-config';
import { flowGooglePageOf } from '@/lib/flow-google/urls';
import { ANSWER_WITHIN_MS } from '@/lib/messaging/client';
import type { PageQuestion } from '@/lib/messaging/protocol';

/** Flow's own calls count up by 100,000 from a number below that (reported of such front ends). */
const COUNTS_BY = 100_000;

/**
 * What a page of flow.google.com answers: who is signed in, from a text in the page and without a call, and
 * else one of the page's own calls that need no verification. The secret that goes with them is read here
 * and told to nobody.
 */
export function createFlowAnswers(): (question: PageQuestion) => Promise<string | undefined> {
  let requestNumber = Math.floor(Math.random() * COUNTS_BY);

  return async (question) => {
    await pageIsRead();
    const config = configOf(document);
    if (question.about === 'session') return config && sessionText(config);
    const ask = askFor(question);
    if (!ask || !config || !isSignedIn(config)) return undefined;
    requestNumber += COUNTS_BY;
    const { url, method, headers, body } = askOf(ask, {
      config,
      ids: question.callIds ?? {},
      sourcePath: location.pathname,
      authuser: authuser(),
      requestNumber,
    });
    try {
      const reply = await fetch(url, {
        method,
        headers,
        body,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      // The one refusal that says something: nobody is signed in.
      return reply.ok || reply.status === 401 ? await reply.text() : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Its scripts are there. */
const pageIsRead = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((resolve) =>
        document.addEventListener('DOMContentLoaded', resolve, { once: true }),
      )
    : Promise.resolve();

function configOf({ scripts }: Document): PageConfig | undefined {
  for (const { text } of Array.from(scripts)) {
    const config = readPageConfig(text);
    if (config) return config;
  }
  return undefined;
}

function authuser(): number | undefined {
  const page = flowGooglePageOf(location.href);
  return typeof page === 'object' ? page.authuser : undefined;
}

/** Whose the page is. One that does not say it is known by the number of its account in the browser. */
function sessionText(config: PageConfig): string {
  const email = config.email ?? `account-${authuser() ?? 0}@flow.google.com`;
  return JSON.stringify(isSignedIn(config) ? { email } : {});
}

function askFor(question: PageQuestion): Ask | undefined {
  switch (question.about) {
    case 'balance':
      return { call: 'credits' };
    case 'models':
      return { call: 'models' };
    case 'project':
      return { call: 'contents', projectId: question.projectId };
    case 'media':
      return { call: 'media', mediaId: question.mediaId };
    case 'status':
      return { call: 'status', mediaIds: question.mediaIds };
    default:
      return undefined;
  }
}
