import { isOfInterest } from '@/lib/flow/page-call';
import {
  absolute,
  apply,
  bodyText,
  copyOf,
  Headers,
  later,
  nativeFetch,
  Request,
  readText,
} from './natives';
import type { Observe } from './observation';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly authorization: string | undefined;
  readonly requestBody: Promise<string | undefined>;
}

/** Lets every fetch of the page run untouched and reads a copy of the answers that matter. */
export function observeFetch(observe: Observe): void {
  window.fetch = function fetch(this: unknown, ...args: Parameters<typeof window.fetch>) {
    let asked: Asked | undefined;
    try {
      asked = look(...args);
    } catch {
      // An address or a header that cannot be read is the page's own affair.
    }
    const answer: Promise<Response> = apply(nativeFetch, this ?? window, args);
    if (asked) follow(asked, answer, observe);
    return answer;
  } as typeof window.fetch;
}

/** Reads the request before it is used up; nothing of it when its address is of no interest. */
function look(input: RequestInfo | URL, init?: RequestInit): Asked | undefined {
  const request = input instanceof Request ? input : undefined;
  const url = request ? request.url : absolute(input);
  if (!isOfInterest(url)) return undefined;
  const headers = new Headers(init?.headers ?? request?.headers);
  return {
    url,
    method: init?.method ?? request?.method ?? 'GET',
    authorization: headers.get('authorization') ?? undefined,
    requestBody: request?.body && !init?.body ? request.clone().text() : bodyText(init?.body),
  };
}

function follow(asked: Asked, answer: Promise<Response>, observe: Observe): void {
  answer
    .then((response) => {
      const copy = copyOf(response);
      later(async () => {
        const body = await readText(copy);
        const requestBody = await asked.requestBody;
        observe({ ...asked, requestBody, status: response.status, body });
      }, 0);
    })
    .catch(() => undefined);
}
