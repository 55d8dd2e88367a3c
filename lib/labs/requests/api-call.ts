import { assertNever } from '@/lib/base/assert-never';
import type { GenerationRequest } from '@/lib/flow/request';
import { CREDITS_URL, STATUS_URL, SUBMIT_URL } from '../urls';
import { extendBody } from './extend';
import { referencesBody } from './references';
import { reshootBody } from './reshoot';
import { upscaleBody } from './upscale';

/**
 * One call of Flow's API, ready for `fetch`. Origin and Referer are not in here: a worker cannot
 * set them, the header rule does (`lib/browser/header-rule.ts`).
 */
export interface ApiCall {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Content type and accept as captured: JSON sent as plain text. */
const POST_HEADERS = { accept: '*/*', 'content-type': 'text/plain;charset=UTF-8' };

const authorization = (token: string) => ({ authorization: `Bearer ${token}` });

const post = (url: string, token: string, body: unknown): ApiCall => ({
  url,
  method: 'POST',
  headers: { ...POST_HEADERS, ...authorization(token) },
  body: JSON.stringify(body),
});

/** The submit of one request; deep-equal to its capture for the same inputs. */
export const submitCall = (request: GenerationRequest, sessionId: string, token: string): ApiCall =>
  post(SUBMIT_URL[request.action], token, submitBody(request, sessionId));

/** The JSON body of a submit, by action. */
export function submitBody(request: GenerationRequest, sessionId: string) {
  switch (request.action) {
    case 'extend':
      return extendBody(request, sessionId);
    case 'reshoot':
      return reshootBody(request, sessionId);
    case 'upscale':
      return upscaleBody(request, sessionId);
    case 'references':
      return referencesBody(request, sessionId);
    default:
      return assertNever(request);
  }
}

/** An operation to ask about: its name, its sceneId and the raw status seen last. */
export interface OperationRef {
  readonly name: string;
  readonly sceneId: string;
  readonly status: string;
  /** It is known by its media id, and asked for in that form. */
  readonly form?: 'media' | undefined;
  readonly projectId: string;
}

/** One status call for any number of media of one account, in the form of 2026 (reported). */
export const mediaStatusCall = (media: readonly OperationRef[], token: string): ApiCall =>
  post(STATUS_URL, token, {
    media: media.map(({ name, projectId }) => ({ name, projectId })),
  });

/** One status call for any number of operations of one account (captured with one). */
export const statusCall = (operations: readonly OperationRef[], token: string): ApiCall =>
  post(STATUS_URL, token, {
    operations: operations.map(({ name, sceneId, status }) => ({
      operation: { name },
      sceneId,
      status,
    })),
  });

/** Asks for the balance and the tier. */
export const creditsCall = (token: string): ApiCall => ({
  url: CREDITS_URL,
  method: 'GET',
  headers: { accept: '*/*', ...authorization(token) },
});
