/*
 * The page's functions as they were before any of its scripts could replace them. Single constants
 * and not one object: the build can shorten these names, and the script has 3 KB.
 */
export const { fetch: nativeFetch, Headers, Request, Response, URL } = window;
export const { apply } = Reflect;
export const { stringify } = JSON;
export const later = window.setTimeout.bind(window);
const { text, clone } = Response.prototype;
const { postMessage } = MessagePort.prototype;

/** Sends a text over the private port, past whatever the page has made of `postMessage` since. */
export const post = (port: MessagePort, message: string): void =>
  apply(postMessage, port, [message]);

/** The text of a request or a response. */
export const readText = (message: Body): Promise<string> => apply(text, message, []);

/** A copy that can be read without using up the original. */
export const copyOf = (response: Response): Response => apply(clone, response, []);

/** Absolute form of an address as the page wrote it. */
export const absolute = (address: unknown): string =>
  new URL(String(address), document.baseURI).href;

/** A body as text, whatever way it was given; a stream is left alone. */
export async function bodyText(body: unknown): Promise<string | undefined> {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null || body instanceof ReadableStream) return undefined;
  return readText(new Response(body as BodyInit));
}
