import type { Observed } from './flow-sites';

/*
 * What a page writes down of what happens in it. The functions run inside the page, before any of its
 * scripts, so each stands for itself.
 */

export interface Counts {
  readonly answers: number;
  readonly requests: number;
  readonly reads: number;
}

/** Counts copies of answers and requests: the script in the page takes these for the page's own. */
export function countCopies() {
  const counts = { answers: 0, requests: 0, reads: 0 };
  Object.assign(window, { counts });
  const [{ clone, text, arrayBuffer }, { clone: cloneRequest }] = [
    Response.prototype,
    Request.prototype,
  ];
  Response.prototype.clone = function () {
    counts.answers += 1;
    return clone.call(this);
  };
  Response.prototype.text = function () {
    counts.reads += 1;
    return text.call(this);
  };
  Response.prototype.arrayBuffer = function () {
    counts.reads += 1;
    return arrayBuffer.call(this);
  };
  Request.prototype.clone = function () {
    counts.requests += 1;
    return cloneRequest.call(this);
  };
}

/** Writes down everything that is dispatched. */
export function noteEvents() {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const note = (event: Event) => {
    const { data, detail } = event as MessageEvent & CustomEvent;
    heard.push(`${event.type} ${JSON.stringify(data ?? detail ?? null)}`);
  };
  for (const name of ['message', 'messageerror', 'load', 'second-take:ask', 'second-take:answer'])
    addEventListener(name, note, true);
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    heard.push(`dispatched ${event.type}`);
    return dispatchEvent.call(this, event);
  };
}

/** Where errors say that they come from which the page makes in the middle of its own calls. */
export async function stacksOfCalls({ session }: Observed): Promise<string[]> {
  const found: string[] = [];
  const tell = {
    toString() {
      found.push(new Error('asked for my text').stack ?? '');
      return session;
    },
  };
  await fetch(tell as unknown as string);
  await fetch(session, {
    get headers(): HeadersInit {
      found.push(new Error('asked for my headers').stack ?? '');
      return {};
    },
  });
  new XMLHttpRequest().open('GET', tell as unknown as string);
  await fetch('https://aisandbox-pa.googleapis.com/v1/credits', { mode: 'same-origin' }).catch(
    (error: Error) => found.push(error.stack ?? ''),
  );
  return found;
}
