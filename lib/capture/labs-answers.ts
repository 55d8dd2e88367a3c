import { modelListPath, projectListPath, SESSION_PATH } from '@/lib/labs/urls';
import { ANSWER_WITHIN_MS } from '@/lib/messaging/client';
import type { PageQuestion } from '@/lib/messaging/protocol';

/**
 * What a page of labs.google answers: the text of one of its own URLs, same origin and with the page's own
 * cookies. Undefined where it cannot be had, or where the page has no such URL.
 */
export async function answerOfLabs(question: PageQuestion): Promise<string | undefined> {
  const path = pathOf(question);
  if (path === undefined) return undefined;
  try {
    const reply = await fetch(path, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return reply.ok ? await reply.text() : undefined;
  } catch {
    return undefined;
  }
}

function pathOf(question: PageQuestion): string | undefined {
  switch (question.about) {
    case 'session':
      return SESSION_PATH;
    case 'project':
      return projectListPath(question.projectId, question.cursor);
    case 'models':
      return modelListPath(question.projectId);
    default:
      return undefined;
  }
}
