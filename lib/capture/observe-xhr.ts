import { isOfInterest } from '@/lib/flow/page-call';
import { absolute, apply, bodyText, later, stringify } from './natives';
import type { Observe } from './observation';

interface Asked {
  readonly url: string;
  readonly method: string;
  authorization?: string;
}

/** The same for `XMLHttpRequest`: its three steps run as they are and are noted beside it. */
export function observeXhr(observe: Observe): void {
  const { prototype } = XMLHttpRequest;
  const { open, setRequestHeader, send } = prototype;
  const calls = new WeakMap<XMLHttpRequest, Asked>();

  prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    try {
      const url = absolute(args[1]);
      calls.delete(this);
      if (isOfInterest(url)) calls.set(this, { url, method: String(args[0]) });
    } catch {
      // The page's own call will say what is wrong with its address.
    }
    return apply(open, this, args);
  } as typeof open;

  prototype.setRequestHeader = function (name, value) {
    const asked = calls.get(this);
    if (asked && String(name).toLowerCase() === 'authorization') asked.authorization = value;
    return apply(setRequestHeader, this, [name, value]);
  };

  prototype.send = function (body) {
    const asked = calls.get(this);
    if (asked)
      this.addEventListener('load', () => later(() => report(this, asked, body, observe), 0), {
        once: true,
      });
    return apply(send, this, [body]);
  };
}

async function report(
  xhr: XMLHttpRequest,
  asked: Asked,
  sent: unknown,
  observe: Observe,
): Promise<void> {
  const { responseType, response, status } = xhr;
  const body = responseType === 'json' ? stringify(response) : await bodyText(response);
  observe({ ...asked, requestBody: await bodyText(sent), status, body: body ?? '' });
}
