import { observeCalls } from './in-place';
import {
  apply,
  attempt,
  authorizationOf,
  clone,
  cloneRequest,
  later,
  Request,
  readBody,
  requestText,
  statusOf,
  targetOf,
} from './natives';
import type { Observe } from './packed-call';

/**
 * Lets every fetch of the page run and reads a copy of the answers that matter. A call that does not
 * matter goes through as it is. One that does is turned into a Request first, as `fetch` itself would
 * do: so what the page gave is read once, as always, and we look at our own object only.
 */
export function observeFetch(observe: Observe): void {
  observeCalls(window, 'fetch', (native, self, args) => {
    const target = targetOf(args[0]);
    const request = target && attempt(() => new Request(args[0], args[1]));
    if (!request) return apply(native, self, args);
    const sent = target.submits ? attempt(() => apply(cloneRequest, request, [])) : undefined;
    const authorization = authorizationOf(request);
    return follow(apply(native, self, [request]), async (answer) => {
      const requestBody = sent && (await apply(requestText, sent, []));
      observe({
        url: target.url,
        status: statusOf(answer),
        authorization,
        requestBody,
        body: await readBody(answer),
      });
    });
  });
}

/**
 * The page's answer, whether it comes or not. It is a promise of its own: to look at the one that
 * `fetch` gave would make the browser keep a rejection to itself that the page does not handle.
 */
async function follow(
  answer: Promise<Response>,
  read: (copy: Response) => Promise<void>,
): Promise<Response> {
  const response = await answer;
  const copy = attempt(() => apply(clone, response, []));
  if (copy) later(() => read(copy));
  return response;
}
