/**
 * All the ways in which a page can call, each with what the page could notice of it. The functions
 * run inside the page, so each stands for itself. The results of two browsers are compared.
 */
type HoldAction = () => unknown;

/** The page's own project list and the session: we look at both. The other URL is none of ours. */
export const WAYS: Readonly<Record<string, HoldAction>> = {
  'a text': async () => {
    const response = await fetch('/fx/api/trpc/videoFx.getVideoModelConfig');
    return [response.status, response.url, response.type, (await response.text()).length];
  },
  'a URL': async () => (await fetch(new URL('/fx/api/auth/session', location.href))).status,
  'a Request, used up by the call': async () => {
    const request = new Request('/fx/api/auth/session', { method: 'POST', body: 'x' });
    const first = await fetch(request);
    const second = await fetch(request).catch((error) => String(error));
    return [first.status, request.bodyUsed, second];
  },
  'an object that is turned into a text once': async () => {
    let times = 0;
    const url = {
      toString() {
        times += 1;
        return '/fx/api/auth/session';
      },
    };
    const { status } = await fetch(url as unknown as string);
    return [status, times];
  },
  'getters, each read once': async () => {
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
    const { status } = await fetch('/fx/api/auth/session', init);
    return [status, read];
  },
  'a proxy, asked the same': async () => {
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
    const { status } = await fetch('/fx/api/auth/session', init);
    return [status, asked];
  },
  'headers from an iterator that runs once': async () => {
    const headers = (function* () {
      yield ['x-way', 'iterator'];
    })();
    const { status } = await fetch('/fx/api/auth/session', {
      headers: headers as unknown as [string, string][],
    });
    return [status, headers.next().done];
  },
  'an abort before the answer': async () => {
    const controller = new AbortController();
    const call = fetch('/fx/api/auth/session', { signal: controller.signal });
    controller.abort();
    return call.catch((error) => [error.name, error === controller.signal.reason]);
  },
  'an abort after the headers': async () => {
    const controller = new AbortController();
    const response = await fetch('/fx/api/trpc/videoFx.getVideoModelConfig', {
      signal: controller.signal,
    });
    controller.abort('enough');
    return response.text().catch((error) => String(error));
  },
  'an answer that is given up': async () => {
    const response = await fetch('/fx/api/trpc/videoFx.getVideoModelConfig');
    await response.body?.cancel();
    return response.bodyUsed;
  },
  'an answer read as a stream': async () => {
    const response = await fetch('/fx/api/trpc/videoFx.getVideoModelConfig');
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
  'an answer that is copied by the page': async () => {
    const response = await fetch('/fx/api/trpc/videoFx.getVideoModelConfig');
    const copy = await response.clone().text();
    return copy === (await response.text());
  },
  'a body that is a stream': async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const call = fetch('/fx/api/auth/session', init);
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
  'a call with an own init that is wrong': async () =>
    Promise.all([
      fetch('/fx/api/auth/session', { body: 'x' }).catch(String),
      fetch('/fx/api/auth/session', { method: 'A B' }).catch(String),
      fetch('/fx/api/auth/session', { headers: { 'a b': 'x' } }).catch(String),
      fetch('https://').catch(String),
      (fetch as () => Promise<Response>)().catch(String),
      fetch.call({} as Window, '/fx/api/auth/session').catch(String),
      fetch.call(undefined, '/fx/api/auth/session').then(({ status }) => status, String),
    ]),
  'an XMLHttpRequest of each type, twice': async () => {
    const seen: unknown[] = [];
    for (const type of ['', 'json', 'arraybuffer', 'blob'] as const) {
      const xhr = new XMLHttpRequest();
      for (const time of [1, 2]) {
        const events: string[] = [];
        await new Promise((resolve) => {
          xhr.open('GET', '/fx/api/trpc/videoFx.getVideoModelConfig');
          xhr.responseType = type;
          xhr.onreadystatechange = () => events.push(`state ${xhr.readyState}`);
          xhr.onload = () => events.push('load');
          xhr.onloadend = resolve;
          xhr.send();
        });
        seen.push([time, events, xhr.status, typeof xhr.response, String(xhr.onload === null)]);
      }
    }
    return seen;
  },
  'an XMLHttpRequest that is used wrongly': () => {
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
      attempt(() => xhr.open('A B', '/fx/api/auth/session')),
      attempt(() => xhr.open('GET', 'https://')),
      attempt(() => Reflect.apply(XMLHttpRequest.prototype.open, {}, ['GET', '/'])),
      attempt(() => (xhr.open as () => void)()),
      attempt(() => xhr.open(method as unknown as string, '/fx/api/auth/session')),
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
