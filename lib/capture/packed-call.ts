/** One of the page's own calls and its answer. */
export interface Observation {
  readonly url: string;
  readonly status: number;
  readonly authorization?: string | undefined;
  readonly requestBody?: string | undefined;
  readonly body: string;
}

/** The text of an answer; its bytes in UTF-8 where they can pass between the worlds. */
export type Body = string | ArrayBuffer;

/** As the page's world sees it: a header that is not there is null. */
type Seen = Omit<Observation, 'authorization' | 'body'> & {
  readonly authorization?: string | null | undefined;
  readonly body: Body;
};

/** As it passes between the worlds: one text, or all but the answer's bytes as a text and the bytes. */
export type Packed = string | readonly [about: string, bytes: ArrayBuffer];

/** What `postMessage` is given: the observation, and its bytes, which are handed over and not copied. */
export type Parcel = [packed: Packed, handedOver?: ArrayBuffer[]];

export type Observe = (seen: Seen) => void;

/** What has arrived, with an answer that is not a text before somebody needs it. */
export type Unpacked = Omit<Observation, 'body'> & { readonly body: Body };

/** More (UTF-16 units and bytes) is left alone; a list of a hundred clips has about a tenth of that. */
export const BODY_AT_MOST = 8_000_000;

/** The same of flow.google.com, where one answer holds a whole project: 17 MB are reported. */
export const BATCH_AT_MOST = 24_000_000;

/** What the background takes at most: a URL in UTF-16 units, and a status. */
const URL_AT_MOST = 8192;
const STATUS_AT_MOST = 999;

/**
 * An observation for the port between the worlds, which takes only texts in Firefox. The bodies are
 * taken as they are: to wrap them into JSON would cost the page ms for each MB, and let it shape the
 * result. Neither a URL nor a header holds a line break.
 */
export function pack({ url, status, authorization, requestBody, body }: Seen): Parcel {
  const about = `${status} ${url}\n${authorization ?? ''}\n${requestBody?.length ?? ''}\n${requestBody ?? ''}`;
  return typeof body === 'string' ? [about + body] : [[about, body], [body]];
}

/**
 * The observation that was packed; undefined for any other text, and for one that the background would
 * refuse: that one would be tried again, and hold up all behind it. Without a regular expression: the
 * engine would keep the last text that one was tried on, bodies and all.
 */
export function unpack(packed: Packed): Unpacked | undefined {
  const [text, bytes] = typeof packed === 'string' ? [packed] : packed;
  const ends = lineEnds(text);
  if (!ends) return undefined;
  const [first, second, third] = ends;
  const space = text.indexOf(' ');
  const status = Number(text.slice(0, space));
  if (space < 1 || space > first || first - space > URL_AT_MOST + 1) return undefined;
  if (!Number.isInteger(status) || status < 0 || status > STATUS_AT_MOST) return undefined;
  const authorization = text.slice(first + 1, second);
  const length = text.slice(second + 1, third);
  const body = third + 1 + Number(length);
  return {
    url: text.slice(space + 1, first),
    status,
    ...(authorization !== '' && { authorization }),
    ...(length !== '' && { requestBody: text.slice(third + 1, body) }),
    body: bytes ?? text.slice(body),
  };
}

export const textOf = (body: Body): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);

/** Where the three lines before the bodies end. */
function lineEnds(text: string): [number, number, number] | undefined {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  const third = text.indexOf('\n', second + 1);
  return first < 0 || second < 0 || third < 0 ? undefined : [first, second, third];
}
