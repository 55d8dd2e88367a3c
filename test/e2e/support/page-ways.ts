import type { Observed } from './flow-sites';

/**
 * All the ways in which a page can call, each with what the page could notice of it. The functions
 * run inside the page, so each stands for itself. The results of two browsers are compared.
 */
type Way = (urls: Observed) => unknown;

export const WAYS: Readonly<Record<string, Way>> = {
  'a text': async ({ list }) => {
    const response = await fetch(list);
    return [response.status, response.url, response.type, (await response.text()).length];
  },
  'a URL': async ({ session }) => (await fetch(new URL(session, location.href))).status,
  'a Request, used up by the call': async ({ session }) => {
    const request = new Request(session, { method: 'POST', body: 'x' });
    const first = await fetch(request);
    const second = await fetch(request).catch((error) => String(error));
    return [first.status, request.bodyUsed, second];
  },
  'an object that is turned into a text once': async ({ session }) => {
    let times = 0;
    const url = {
      toString() {
        times += 1;
        return session;
      },
    };
    const { status } = await fetch(url as unknown as string);
    return [status, times];
  },
  'getters, each read once': async ({ session }) => {
    const read: string[] = [];
    const init = {
      get method() {
        read.push('method');
        return 'GET';
      },
      get headers() {
        read.push('headers');
        return { 'x-way': 'getters' };
      },
    };
    const { status } = await fetch(session, init);
    return [status, read];
  },
  'a proxy, asked the same': async ({ session }) => {
    const asked: string[] = [];
    const init = new Proxy(
      { method: 'GET', headers: { 'x-way': 'proxy' } },
      {
        get(target, name, self) {
          asked.push(String(name));
          return Reflect.get(target, name, self);
        },
      },
    );
    const { status } = await fetch(session, init);
    return [status, asked];
  },
  'headers from an iterator that runs once': async ({ session }) => {
    const headers = (function* () {
      yield ['x-way', 'iterator'];
    })();
    const { status } = await fetch(session, {
      headers: headers as unknown as [string, string][],
    });
    return [status, headers.next().done];
  },
  'an abort before the answer': async ({ session }) => {
    const controller = new AbortController();
    const call = fetch(session, { signal: controller.signal });
    controller.abort();
    return call.catch((error) => [error.name, error === controller.signal.reason]);
  },
  'an abort after the headers': async ({ list }) => {
    const controller = new AbortController();
    const response = await fetch(list, {
      signal: controller.signal,
    });
    controller.abort('enough');
    return response.text().catch((error) => String(error));
  },
  'an answer that is given up': async ({ list }) => {
    const response = await fetch(list);
    await response.body?.cancel();
    return response.bodyUsed;
  },
  'an answer read as a stream': async ({ list }) => {
    const response = await fetch(list);
    const [locked, used] = [response.body?.locked, response.bodyUsed];
    const reader = response.body?.getReader();
    let bytes = 0;
    for (;;) {
      const part = await reader?.read();
      if (part?.value) bytes += part.value.length;
      if (part?.done !== false) break;
    }
    return [locked, used, bytes, response.bodyUsed];
  },
  'an answer that is copied by the page': async ({ list }) => {
    const response = await fetch(list);
    const copy = await response.clone().text();
    return copy === (await response.text());
  },
  'a body that is a stream': async ({ session }) => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const call = fetch(session, init);
    return [await call.then((response) => response.status).catch(String), body.locked];
  },
  'a refusal that nobody handles': async () => {
    const event = new Promise<PromiseRejectionEvent>((resolve) =>
      addEventListener('unhandledrejection', resolve, { once: true }),
    );
    const call = fetch('https://aisandbox-pa.googleapis.com/v1/credits', { mode: 'same-origin' });
    const { promise, reason } = await event;
    return [String(reason), promise === call];
  },
  'a call with an own init that is wrong': async ({ session }) =>
    Promise.all([
      fetch(session, { body: 'x' }).catch(String),
      fetch(session, { method: 'A B' }).catch(String),
      fetch(session, { headers: { 'a b': 'x' } }).catch(String),
      fetch('https://').catch(String),
      (fetch as () => Promise<Response>)().catch(String),
      fetch.call({} as Window, session).catch(String),
      fetch.call(undefined, session).then(({ status }) => status, String),
    ]),
  'an XMLHttpRequest of each type, twice': async ({ list }) => {
    const seen: unknown[] = [];
    for (const type of ['', 'json', 'arraybuffer', 'blob'] as const) {
      const xhr = new XMLHttpRequest();
      for (const time of [1, 2]) {
        const events: string[] = [];
        await new Promise((resolve) => {
          xhr.open('GET', list);
          xhr.responseType = type;
          // State 3 comes once for each piece that the network brings, be it one or two.
          xhr.onreadystatechange = () => {
            const event = `state ${xhr.readyState}`;
            if (xhr.readyState !== 3 || events.at(-1) !== event) events.push(event);
          };
          xhr.onload = () => events.push('load');
          xhr.onloadend = resolve;
          xhr.send();
        });
        seen.push([time, events, xhr.status, typeof xhr.response, String(xhr.onload === null)]);
      }
    }
    return seen;
  },
  'an XMLHttpRequest that is used wrongly': ({ session }) => {
    const attempt = (step: () => unknown) => {
      try {
        return step();
      } catch (error) {
        return String(error);
      }
    };
    let times = 0;
    const method = {
      toString() {
        times += 1;
        return 'GET';
      },
    };
    const xhr = new XMLHttpRequest();
    return [
      attempt(() => xhr.send()),
      attempt(() => xhr.open('A B', session)),
      attempt(() => xhr.open('GET', 'https://')),
      attempt(() => Reflect.apply(XMLHttpRequest.prototype.open, {}, ['GET', '/'])),
      attempt(() => (xhr.open as () => void)()),
      attempt(() => xhr.open(method as unknown as string, session)),
      times,
    ];
  },
  'the functions themselves': () => {
    const { prototype } = XMLHttpRequest;
    const facts = (owner: object, name: string) => {
      const { value, ...flags } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      const own = Object.getOwnPropertyNames(value).map((each) => [
        each,
        Object.getOwnPropertyDescriptor(value, each),
      ]);
      const made = (() => {
        try {
          return new value();
        } catch (error) {
          return String(error);
        }
      })();
      return [flags, own, String(value), Function.prototype.toString.call(value), made];
    };
    return [
      facts(window, 'fetch'),
      facts(prototype, 'open'),
      facts(prototype, 'send'),
      facts(prototype, 'setRequestHeader'),
      facts(Function.prototype, 'toString'),
      Object.keys(prototype),
      String(Promise),
      (() => {
        try {
          return Function.prototype.toString.call({});
        } catch (error) {
          return String(error);
        }
      })(),
    ];
  },
};
