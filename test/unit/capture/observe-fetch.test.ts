import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Observe, textOf } from '@/lib/capture/packed-call';
import { SUBMIT_URL } from '@/lib/labs/urls';

type Seen = Parameters<Observe>[0];

const SESSION = 'https://labs.google/fx/api/auth/session';
const native = vi.fn<(input: unknown, init?: unknown) => Promise<Response>>();
const seen: Seen[] = [];
const page: { fetch: typeof native } = { fetch: native };

/** As much of a page's world as the observer takes its natives from. */
beforeAll(async () => {
  class Node {
    get baseURI() {
      return 'https://labs.google/fx/tools/flow';
    }
  }
  class XMLHttpRequest {
    get response() {
      return '';
    }
    get responseType() {
      return '';
    }
    get status() {
      return 0;
    }
  }
  vi.stubGlobal('Node', Node);
  vi.stubGlobal('document', new Node());
  vi.stubGlobal('XMLHttpRequest', XMLHttpRequest);
  vi.stubGlobal('window', Object.assign(page, { Request, Response, URL, setTimeout }));
  const { observeFetch } = await import('@/lib/capture/observe-fetch');
  observeFetch((observation) => void seen.push(observation));
});

const inText = (one: (typeof seen)[number]) => ({ ...one, body: textOf(one.body) });

beforeEach(() => {
  native.mockReset();
  seen.length = 0;
});

describe('a call of the page', () => {
  it('that starts something is told with its request, its token and its answer', async () => {
    native.mockImplementation(async (input) => {
      // The call itself uses the request up.
      expect(await (input as Request).text()).toBe('{"requests":[]}');
      return new Response('{"operations":[]}', { status: 200 });
    });
    const headers = { Authorization: 'Bearer abc', 'content-type': 'text/plain' };
    const answer = await page.fetch(SUBMIT_URL.extend, {
      method: 'POST',
      headers,
      body: '{"requests":[]}',
    });
    expect(await answer.text()).toBe('{"operations":[]}');
    await expect
      .poll(() => seen.map(inText))
      .toEqual([
        {
          url: SUBMIT_URL.extend,
          status: 200,
          authorization: 'Bearer abc',
          requestBody: '{"requests":[]}',
          body: '{"operations":[]}',
        },
      ]);
  });

  it('that starts nothing is told without its request', async () => {
    native.mockResolvedValue(new Response('{}', { status: 401 }));
    await page.fetch(SESSION, { method: 'POST', body: 'x' });
    await expect
      .poll(() => seen.map(inText))
      .toMatchObject([{ url: SESSION, status: 401, body: '{}' }]);
    expect(seen[0]?.requestBody).toBeUndefined();
  });

  it('that is none of our business gets the very promise and arguments', async () => {
    const answer = Promise.resolve(new Response('{}'));
    native.mockReturnValue(answer);
    const [url, init] = [{ toString: () => SESSION }, { headers: [] }];
    expect(page.fetch(url, init)).toBe(answer);
    expect(native).toHaveBeenCalledWith(url, init);
    expect(page.fetch('https://labs.google/fx/api/trpc/general.other')).toBe(answer);
    expect((await answer).bodyUsed).toBe(false);
  });

  it('that fails fails for the page alone, with its own reason', async () => {
    const reason = new TypeError('Failed to fetch');
    native.mockRejectedValue(reason);
    await expect(page.fetch(SESSION)).rejects.toBe(reason);
    // Wrong in itself: what the function itself says of it.
    native.mockRejectedValue('its own words');
    await expect(page.fetch(SESSION, { method: 'GET', body: 'x' })).rejects.toBe('its own words');
    expect(native).toHaveBeenLastCalledWith(SESSION, { method: 'GET', body: 'x' });
  });

  it('whose answer breaks off is not told, and nothing is left unhandled', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('aborted')) });
    native.mockResolvedValue(new Response(broken));
    const answer = await page.fetch(SESSION);
    await expect(answer.text()).rejects.toThrow('aborted');
    native.mockResolvedValue(new Response('after'));
    await page.fetch(SESSION);
    await expect.poll(() => seen.map(({ body }) => textOf(body))).toEqual(['after']);
  });
});
