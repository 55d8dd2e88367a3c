import type { Answer } from '../exchange';

export interface Outcome {
  id: string;
  slot: string;
  payload?: string; // JSON text
  error?: readonly unknown[];
}

// Lengths are counted in characters, and now and then by one or two too many or too few.
const OFF_BY = [0, 1, 0, -1, 2];

function chunk(entries: readonly unknown[]): string {
  const text = JSON.stringify(entries);
  const off = OFF_BY[text.length % OFF_BY.length] ?? 0;
  return `${text.length + 2 + off}\n${text}\n`;
}

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  'x-content-type-options': 'nosniff',
};
const TIMES = [
  ['di', 736],
  ['af.httprm', 736, '0', 90],
];
const BEGIN = ")]}'\n\n";

function entry({ id, slot, payload, error }: Outcome): unknown[] {
  return ['wrb.fr', id, payload ?? null, null, null, error ?? null, slot];
}

// A chunk for each call, the last one first: who has asked tells them apart by id and slot.
export function reply(outcomes: readonly Outcome[]): Answer {
  const chunks = outcomes.map((outcome, index) =>
    chunk(index > 0 ? [entry(outcome)] : [entry(outcome), ...TIMES]),
  );
  const end = chunk([['e', 4, null, null, 1061]]);
  return { status: 200, headers: HEADERS, body: [BEGIN, ...chunks.reverse(), end].join('') };
}

const CODES: Record<number, number> = { 400: 9, 401: 16, 403: 7, 405: 12 };

export function refusedReply(status: number, why: string): Answer {
  const error = ['er', null, null, null, null, status, null, null, null, CODES[status] ?? 2];
  const body = `${BEGIN}${chunk([error, ['di', 12], ['af.httprm', 12, '0', 3]])}`;
  return { status, headers: HEADERS, body, reason: why };
}

// As Google's servers write JSON inside of JSON.
export const payloadText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>=&']/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
