import { pageCallKind } from '@/lib/flow/page-call';
import { absolute, bodyText, natives } from './natives';
import type { Observe } from './observation';

interface Asked {
  readonly url: string;
  readonly method: string;
  authorization?: string;
}

/** The same for `XMLHttpRequest`: its three steps run as they are and are noted beside it. */
export function observeXhr(observe: Observe): void {
  const { open, setRequestHeader, send } = XMLHttpRequest.prototype;
  const calls = new WeakMap<XMLHttpRequest, Asked>();

  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    try {
      const url = absolute(args[1]);
      calls.delete(this);
      if (pageCallKind(url)) calls.set(this, { url, method: String(args[0]) });
    } catch {
      // The page's own call will say what is wrong with its address.
    }
    return natives.apply(open, this, args);
  } as typeof open;

  XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
    const asked = calls.get(this);
    if (asked && String(name).toLowerCase() === 'authorization') asked.authorization = value;
    return natives.apply(setRequestHeader, this, [name, value]);
  };

  XMLHttpRequest.prototype.send = function (body) {
    const asked = calls.get(this);
    if (asked)
      this.addEventListener(
        'load',
        () => natives.later(() => report(this, asked, body, observe), 0),
        { once: true },
      );
    return natives.apply(send, this, [body]);
  };
}

async function report(
  xhr: XMLHttpRequest,
  asked: Asked,
  sent: unknown,
  observe: Observe,
): Promise<void> {
  const isText = xhr.responseType === '' || xhr.responseType === 'text';
  const isJson = xhr.responseType === 'json';
  const body = isText
    ? xhr.responseText
    : isJson
      ? natives.stringify(xhr.response)
      : await bodyText(xhr.response);
  const requestBody = sent instanceof Document ? undefined : await bodyText(sent);
  observe({ ...asked, requestBody, status: xhr.status, body: body ?? '' });
}
