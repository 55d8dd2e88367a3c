import { observeCalls } from './in-place';
import {
  apply,
  attempt,
  beside,
  later,
  onceLoaded,
  Response,
  readBody,
  stringify,
  type Target,
  targetOf,
  xhr,
  xhrResponse,
  xhrResponseType,
  xhrStatus,
} from './natives';
import type { Observe } from './packed-call';

/** The same for `XMLHttpRequest`: its steps run as they are and are noted beside it. */
export function observeXhr(observe: Observe): void {
  const targets = beside<Target | undefined>();

  observeCalls(xhr, 'open', (native, self, args) => {
    apply(native, self, args);
    targets.set(self, targetOf(args[1]));
  });

  observeCalls(xhr, 'send', (native, self, args) => {
    const target = targets.get(self);
    const sent = args[0];
    if (target)
      onceLoaded(self, () =>
        attempt(() => {
          // The same object sends the page's next call: what is needed of it is taken now.
          const response = xhrResponse(self);
          const text = xhrResponseType(self) === 'json' ? stringify(response) : response;
          const about = {
            url: target.url,
            status: xhrStatus(self),
            requestBody: target.submits && typeof sent === 'string' ? sent : undefined,
          };
          later(async () => observe({ ...about, body: await readBody(new Response(text)) }));
        }),
      );
    return apply(native, self, args);
  });
}
