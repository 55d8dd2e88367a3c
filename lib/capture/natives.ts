/** The page's functions as they were before any of its scripts could replace them. */
export const natives = {
  fetch: window.fetch,
  apply: Reflect.apply,
  later: window.setTimeout.bind(window),
  text: Response.prototype.text,
  copyResponse: Response.prototype.clone,
  copyRequest: Request.prototype.clone,
  header: Headers.prototype.get,
  Headers,
  Request,
  Response,
  URL,
  stringify: JSON.stringify,
};

/** Absolute form of an address as the page wrote it. */
export const absolute = (address: unknown): string =>
  new natives.URL(String(address), document.baseURI).href;

/** A body as text, whatever way it was given; a stream is left alone. */
export async function bodyText(body: unknown): Promise<string | undefined> {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null || body instanceof ReadableStream) return undefined;
  const wrapped = new natives.Response(body as BodyInit);
  return natives.apply(natives.text, wrapped, []);
}
