import { describe, expect, expectTypeOf, it } from 'vitest';
import { BATCH_AT_MOST, BODY_AT_MOST } from '@/lib/capture/packed-call';
import { sendCommand, sendReport } from '@/lib/messaging/client';
import { type PageQuestion, type Protocol, reports } from '@/lib/messaging/protocol';
import type { CommandHandlers, ReportHandlers } from '@/lib/messaging/server';

const call = { url: 'https://labs.google/fx/api', status: 200, body: '{}' };
const long = (length: number) => 'x'.repeat(length);
const LINE = 8192;

describe('a report of the page', () => {
  it.each([
    ['arrived', { openedAt: 1_760_000_000_000 }],
    ['session', { text: long(BODY_AT_MOST) }],
    ['call', { ...call, url: long(LINE), authorization: long(LINE), requestBody: long(9000) }],
    ['call', { ...call, status: 0, requestBody: long(BODY_AT_MOST), body: long(BATCH_AT_MOST) }],
    ['call', { ...call, status: 599 }],
    ['pointed', {}],
    ['pointed', { video: long(LINE), image: long(LINE) }],
  ] as const)('within its bounds is taken as it is: %s', (name, report) => {
    expect(reports[name].schema.parse(report)).toEqual(report);
  });

  it.each([
    ['arrived', 'before 1970', { openedAt: -1 }],
    ['arrived', 'after the last date', { openedAt: 8_640_000_000_000_001 }],
    ['arrived', 'between two ms', { openedAt: 0.5 }],
    ['session', 'text', { text: long(BODY_AT_MOST + 1) }],
    ['call', 'url', { ...call, url: long(LINE + 1) }],
    ['call', 'body', { ...call, body: long(BATCH_AT_MOST + 1) }],
    ['call', 'status below 0', { ...call, status: -1 }],
    ['call', 'status of four digits', { ...call, status: 1000 }],
    ['call', 'status that is no number', { ...call, status: Number.NaN }],
  ] as const)('beyond them is refused: %s, %s', (name, _, report) => {
    expect(reports[name].schema.safeParse(report).success).toBe(false);
  });

  it.each([
    ['call', 'authorization', { ...call, authorization: long(LINE + 1) }, call],
    ['call', 'requestBody', { ...call, requestBody: long(BODY_AT_MOST + 1) }, call],
    ['pointed', 'image', { video: 'a', image: long(LINE + 1) }, { video: 'a' }],
    ['pointed', 'video', { video: long(LINE + 1), image: 'b' }, { image: 'b' }],
  ] as const)('loses only the part that is too long: %s, %s', (name, _, report, kept) => {
    expect(reports[name].schema.parse(report)).toEqual(kept);
  });
});

// Held by the compiler: each line is an error of `tsc` where it is not so.
it('an entry is what both ends are held to', () => {
  type Address = { jobId: string; refused?: string | undefined };
  type Found =
    | ({ readonly ok: true } & { readonly url: string })
    | { readonly ok: false; readonly refusal: 'not-found' };
  expectTypeOf(sendCommand<'resultUrl'>)
    .parameter(1)
    .toEqualTypeOf<Address>();
  expectTypeOf<CommandHandlers['resultUrl']>().parameter(0).toEqualTypeOf<Address>();
  expectTypeOf<Promise<Found>>().toExtend<ReturnType<CommandHandlers['resultUrl']>>();
  expectTypeOf<Promise<{ ok: true }>>().not.toExtend<ReturnType<CommandHandlers['resultUrl']>>();
  expectTypeOf(sendCommand<'resultUrl'>).returns.toEqualTypeOf<
    ReturnType<CommandHandlers['resultUrl']>
  >();
  expectTypeOf(sendReport<'session'>)
    .parameter(1)
    .toEqualTypeOf<{ text: string }>();
  expectTypeOf<ReportHandlers['session']>().parameter(0).toEqualTypeOf<{ text: string }>();
  expectTypeOf<Protocol['askPage']>().parameter(0).toEqualTypeOf<PageQuestion>();
  // A report is no command, and the other way round.
  expectTypeOf(sendCommand).parameter(0).not.toExtend<keyof ReportHandlers>();
  expectTypeOf(sendReport).parameter(0).not.toExtend<keyof CommandHandlers>();
});
