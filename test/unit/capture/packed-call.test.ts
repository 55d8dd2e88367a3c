import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Packed, pack, textOf, unpack } from '@/lib/capture/packed-call';
import { reports } from '@/lib/messaging/protocol';

const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ''));
const body = fc.string({ unit: 'binary' });

describe('an observation', () => {
  it('comes out of its text as it went in, whatever its bodies hold', () => {
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: 0, max: 599 }),
        fc.option(
          line.filter((text) => text !== ''),
          { nil: undefined },
        ),
        fc.option(body, { nil: undefined }),
        body,
        (url, status, authorization, requestBody, text) => {
          const [packed, handedOver] = pack({
            url,
            status,
            authorization,
            requestBody,
            body: text,
          });
          expect(handedOver).toBeUndefined();
          const seen = unpack(packed);
          expect(seen).toEqual({
            url,
            status,
            body: text,
            ...(authorization !== undefined && { authorization }),
            ...(requestBody !== undefined && { requestBody }),
          });
        },
      ),
    );
  });

  it('comes with the bytes of an answer as they are, and their text on demand', () => {
    fc.assert(
      fc.property(
        line,
        fc.option(body, { nil: undefined }),
        fc.string({ unit: 'grapheme' }),
        (url, requestBody, text) => {
          const bytes = new TextEncoder().encode(text).buffer as ArrayBuffer;
          const [packed, handedOver] = pack({ url, status: 200, requestBody, body: bytes });
          expect(handedOver).toEqual([bytes]);
          const seen = unpack(packed);
          expect(seen?.body).toBe(bytes);
          expect(seen).toMatchObject({
            url,
            status: 200,
            ...(requestBody !== undefined && { requestBody }),
          });
          expect(textOf(bytes)).toBe(new TextDecoder().decode(bytes));
        },
      ),
    );
  });

  it('hands its bytes over to a port without a copy, and they arrive as they were', async () => {
    const bytes = new TextEncoder().encode('{"credits":20}').buffer as ArrayBuffer;
    const { port1, port2 } = new MessageChannel();
    const arrived = new Promise<Packed>((resolve) => {
      port2.onmessage = ({ data }) => resolve(data);
    });
    const [packed, handedOver = []] = pack({
      url: 'https://labs.google/',
      status: 200,
      body: bytes,
    });
    port1.postMessage(packed, handedOver);
    const body = unpack(await arrived)?.body ?? '';
    port1.close();
    expect(textOf(body)).toBe('{"credits":20}');
    expect(bytes.byteLength).toBe(0);
  });

  it.each(['', 'hello', '{"url":"https://labs.google/"}', '200 https://labs.google/'])(
    'is not found in the text %j',
    (text) => {
      expect(unpack(text)).toBeUndefined();
    },
  );

  // One that is refused is tried again for ten seconds, and all behind it wait.
  it.each([
    ['an address as long as the background takes', 8192, 200, true],
    ['a longer one', 8193, 200, false],
    ['the last status', 9, 999, true],
    ['a status that is none', 9, 1000, false],
    ['a status below all', 9, -1, false],
  ])('with %s is passed on only if it will be taken', (_, length, status, isTaken) => {
    const [packed] = pack({ url: 'x'.repeat(length), status, body: '{}' });
    const seen = unpack(packed);
    expect(seen !== undefined).toBe(isTaken);
    if (seen) expect(reports.call.schema.safeParse(seen).success).toBe(true);
  });
});
