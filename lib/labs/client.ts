import { MINUTE_MS } from '@/lib/base/time';
import type { Failure } from '@/lib/flow/failure';
import type { OperationState } from '@/lib/flow/operation-state';
import { type GenerationRequest, sourcesOf } from '@/lib/flow/request';
import { parseCredits } from './replies/credits';
import { failureOf, refusalIn } from './replies/error';
import { ownOperation, parseOperations } from './replies/operations';
import {
  type ApiCall,
  creditsCall,
  mediaStatusCall,
  type OperationRef,
  statusCall,
  submitCall,
} from './requests/api-call';

/** Leave to call Flow for one account: its token and the session id of an open page. */
export interface ApiCredentials {
  readonly token: string;
  readonly sessionId: string;
}

/**
 * What came of a submit (`nothing`: a good answer that names no operation at all); what follows
 * from a failure is decided in `lib/jobs/retry.ts`.
 */
export type SubmitOutcome =
  | { readonly type: 'answered'; readonly operation: OperationState; readonly balance?: number }
  | { readonly type: 'nothing'; readonly balance?: number }
  | { readonly type: 'failed'; readonly failure: Failure };

export type StatusOutcome =
  | {
      readonly type: 'answered';
      readonly operations: readonly OperationState[];
      readonly balance?: number;
    }
  | { readonly type: 'failed'; readonly failure: Failure };

/** Flow's API. Never throws: what goes wrong is an outcome. */
export interface FlowPort {
  submit(request: GenerationRequest, credentials: ApiCredentials): Promise<SubmitOutcome>;
  status(operations: readonly OperationRef[], credentials: ApiCredentials): Promise<StatusOutcome>;
}

const TIMEOUT_MS = MINUTE_MS;

type Answer =
  | {
      readonly type: 'answer';
      readonly body: string;
      /** The error that a good answer may carry instead of what was asked for. */
      readonly refusal: () => Failure | undefined;
    }
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
      const retryAfter = reply.headers.get('retry-after');
      if (!reply.ok)
        return { type: 'failure', failure: failureOf(reply.status, text, retryAfter, now()) };
      return { type: 'answer', body: text, refusal: () => refusalIn(text, retryAfter, now()) };
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
        ? ownOperation(reply.value.operations, request.sceneId, sourcesOf(request))
        : undefined;
      const failure = operation ? undefined : answer.refusal();
      if (failure) return { type: 'failed', failure };
      if (!reply.ok) return { type: 'failed', failure: unreadable };
      const { operations, remainingCredits, leftOut } = reply.value;
      const balance = remainingCredits === undefined ? {} : { balance: remainingCredits };
      if (operations.length + leftOut === 0) return { type: 'nothing', ...balance };
      if (!operation) return { type: 'failed', failure: unreadable };
      return { type: 'answered', operation, ...balance };
    },

    async status(operations, { token }) {
      const isMedia = operations.every(({ form }) => form === 'media');
      const answer = await call((isMedia ? mediaStatusCall : statusCall)(operations, token));
      if (answer.type === 'failure') return { type: 'failed', failure: answer.failure };
      const reply = parseOperations(answer.body, now());
      if (!reply.ok) return { type: 'failed', failure: answer.refusal() ?? unreadable };
      const { remainingCredits: balance } = reply.value;
      const refusal = reply.value.operations.length === 0 ? answer.refusal() : undefined;
      if (refusal) return { type: 'failed', failure: refusal };
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
