import { pageCallKind } from '@/lib/flow/page-call';
import { absolute, bodyText, natives } from './natives';
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
    const answer: Promise<Response> = natives.apply(natives.fetch, this ?? window, args);
    if (asked) follow(asked, answer, observe);
    return answer;
  } as typeof window.fetch;
}

/** Reads the request before it is used up; nothing of it when its address is of no interest. */
function look(input: RequestInfo | URL, init?: RequestInit): Asked | undefined {
  const request = input instanceof natives.Request ? input : undefined;
  const url = request ? request.url : absolute(input);
  if (!pageCallKind(url)) return undefined;
  const headers = new natives.Headers(init?.headers ?? request?.headers);
  const authorization: string | null = natives.apply(natives.header, headers, ['authorization']);
  return {
    url,
    method: init?.method ?? request?.method ?? 'GET',
    authorization: authorization ?? undefined,
    requestBody:
      init?.body !== undefined || !request?.body
        ? bodyText(init?.body)
        : natives.apply(natives.text, natives.apply(natives.copyRequest, request, []), []),
  };
}

function follow(asked: Asked, answer: Promise<Response>, observe: Observe): void {
  const { url, method, authorization } = asked;
  const read = (response: Response) => {
    const copy: Response = natives.apply(natives.copyResponse, response, []);
    natives.later(async () => {
      const body: string = await natives.apply(natives.text, copy, []);
      const requestBody = await asked.requestBody;
      observe({ url, method, authorization, requestBody, status: response.status, body });
    }, 0);
  };
  answer.then(read).catch(() => undefined);
}
