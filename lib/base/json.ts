/** The value in a JSON text, undefined when it is none: half a reply, HTML, an empty body. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
