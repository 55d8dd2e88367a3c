import { MINUTE_MS } from '@/lib/base/time';
import { type ApiCall, creditsCall, statusCall, submitCall } from '@/lib/flow/api-call';
import { parseCredits } from '@/lib/flow/credits-reply';
import { failureOf } from '@/lib/flow/error-reply';
import type { Failure } from '@/lib/flow/failure';
import { parseOperations } from '@/lib/flow/operations-reply';
import type { FlowPort } from '@/lib/queue/ports';

const TIMEOUT_MS = MINUTE_MS;

type Answer =
  | { readonly type: 'answer'; readonly body: string }
  | { readonly type: 'failure'; readonly failure: Failure };

/** Carries calls to Flow's API. Whatever happens to a call comes back as a value. */
export function createFlowClient(now: () => number): FlowPort & {
  credits(token: string): Promise<ReturnType<typeof parseCredits>>;
} {
  async function call(api: ApiCall): Promise<Answer> {
    const { url, method, headers, body } = api;
    try {
      const reply = await fetch(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await reply.text();
      if (reply.ok) return { type: 'answer', body: text };
      const failure = failureOf(reply.status, text, reply.headers.get('retry-after'), now());
      return { type: 'failure', failure };
    } catch {
      // Nothing says whether the call arrived: time-out, broken connection, redirect.
      return { type: 'failure', failure: { kind: 'network', charged: 'unknown' } };
    }
  }

  const unreadable: Failure = { kind: 'unreadable', charged: 'unknown' };

  return {
    async submit(request, { token, sessionId }) {
      const answer = await call(submitCall(request, sessionId, token));
      if (answer.type === 'failure') return { type: 'failed', failure: answer.failure };
      const reply = parseOperations(answer.body, now());
      const operation = reply.ok
        ? reply.value.operations.find(({ sceneId }) => sceneId === request.sceneId)
        : undefined;
      if (!reply.ok || !operation) return { type: 'failed', failure: unreadable };
      const { remainingCredits: balance } = reply.value;
      return { type: 'answered', operation, ...(balance !== undefined && { balance }) };
    },

    async status(operations, { token }) {
      const answer = await call(statusCall(operations, token));
      if (answer.type === 'failure') return { type: 'failed', failure: answer.failure };
      const reply = parseOperations(answer.body, now());
      if (!reply.ok) return { type: 'failed', failure: unreadable };
      const { remainingCredits: balance } = reply.value;
      return {
        type: 'answered',
        operations: reply.value.operations,
        ...(balance !== undefined && { balance }),
      };
    },

    async credits(token) {
      const answer = await call(creditsCall(token));
      return answer.type === 'answer' ? parseCredits(answer.body) : undefined;
    },
  };
}

export type FlowClient = ReturnType<typeof createFlowClient>;
