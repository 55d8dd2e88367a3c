import { OF_INTEREST as BATCHES } from '@/lib/flow-google/of-interest';
import { OF_INTEREST } from '@/lib/labs/of-interest';
import type { Body } from './packed-call';

/*
 * The page's functions as they were before any of its scripts could replace them. Single constants
 * and not one object: the build can shorten these names, and the script has 3 KB. Nothing in the
 * page's world may go through a prototype that the page can change: no method call, no iterator.
 */
export const { Request, Response } = window;
export const { apply, getOwnPropertyDescriptor } = Reflect;
export const { stringify } = JSON;
const { setTimeout, URL } = window;
const { exec } = RegExp.prototype;
const { get, set } = WeakMap.prototype;
const { addEventListener } = EventTarget.prototype;
export const { postMessage } = MessagePort.prototype;
export const { prototype: xhr } = XMLHttpRequest;
const { clone, [import.meta.env.FIREFOX ? 'text' : 'arrayBuffer']: read } = Response.prototype;

export { clone };
export const { clone: cloneRequest, text: requestText } = Request.prototype;
const { get: header } = Headers.prototype;

/** Reads an attribute of a platform object by its own getter; throws for any other object. */
const getter = <Owner extends object, Name extends keyof Owner & string>(
  prototype: Owner,
  name: Name,
): ((object: unknown) => Owner[Name]) => {
  // Each attribute has a getter by its standard; the page script has no bytes left for a check.
  const read = getOwnPropertyDescriptor(prototype, name)?.get as () => Owner[Name];
  return (object) => apply(read, object, []);
};

const requestUrl = getter(Request.prototype, 'url');
const requestHeaders = getter(Request.prototype, 'headers');
const href = getter(URL.prototype, 'href');
const baseUri = getter(Node.prototype, 'baseURI');
export const statusOf = getter(Response.prototype, 'status');
export const xhrResponse = getter(xhr, 'response');
export const xhrResponseType = getter(xhr, 'responseType');
export const xhrStatus = getter(xhr, 'status');

/** After the page has had its answer and has read it. */
const READ_AFTER_MS = 100;
export const later = (step: () => Promise<unknown>): unknown =>
  setTimeout(async () => {
    try {
      await step();
    } catch {
      // The page has given the answer up, or its connection broke: there is nothing to tell.
    }
  }, READ_AFTER_MS);

/** A call of the page that we look at. */
export interface Target {
  readonly url: string;
  /** There where it starts something: its request is read as well. */
  readonly submits: string | undefined;
}

/** What a call goes to; undefined where its answer says nothing to us. */
export function targetOf(input: unknown): Target | undefined {
  const url = urlOf(input);
  const found = url && (apply(exec, OF_INTEREST, [url]) ?? apply(exec, BATCHES, [url]));
  return found ? { url, submits: found[1] } : undefined;
}

/**
 * What an answer holds; it is used up by that. As bytes, which need not be made a text in the page at
 * all; as a text in Firefox, where bytes of the page's world cannot be read by ours.
 */
export const readBody = (answer: Response): Promise<Body> =>
  apply<Response, [], Promise<Body>>(read, answer, []);

export const authorizationOf = (request: Request): string | null =>
  apply(header, requestHeaders(request), ['authorization']);

export const onceLoaded = (call: unknown, loaded: () => void): void =>
  apply(addEventListener, call, ['load', loaded, { __proto__: null, once: true }]);

/**
 * Absolute form of a URL in the ways that pages write it: a text, a URL, a Request. Undefined
 * for anything else: to turn it into a text would run the page's own code once more.
 */
function urlOf(input: unknown): string | undefined {
  if (typeof input === 'string') return attempt(() => href(new URL(input, baseUri(document))));
  return attempt(() => requestUrl(input)) ?? attempt(() => href(input));
}

/** What a step gives, undefined when it throws: nothing of ours may throw into the page. */
export function attempt<Value>(step: () => Value): Value | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** Something kept beside an object of the page, as long as that object lives. */
export function beside<Value>() {
  const map = new WeakMap<object, Value>();
  return {
    get: (key: unknown): Value | undefined => apply(get, map, [key]),
    set: (key: unknown, value: Value): unknown => apply(set, map, [key, value]),
  };
}
