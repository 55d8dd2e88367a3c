import { statSync } from 'node:fs';
import type { Answer, Asked } from './exchange';

type Range = { start: number; end: number };

// A header that is no single byte range is ignored, as the standard asks.
function range(header: string | undefined, size: number): Range | 'whole' | 'unsatisfiable' {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}

export function xml(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml; charset=UTF-8' },
    body: `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    reason: code,
  };
}

// A file whole or the range of it that is asked for; it may break off half way.
export function rangedFile(path: string, type: string, asked: Asked, breaks = false): Answer {
  const size = statSync(path).size;
  const wanted = range(asked.headers.range, size);
  const headers = {
    'content-type': type,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=0',
  };
  if (wanted === 'unsatisfiable') {
    const answer = xml(416, 'InvalidRange', 'The requested range cannot be satisfied.');
    return { ...answer, headers: { ...answer.headers, 'content-range': `bytes */${size}` } };
  }
  const { start, end } = wanted === 'whole' ? { start: 0, end: size - 1 } : wanted;
  const partial = { 'content-range': `bytes ${start}-${end}/${size}` };
  return {
    status: wanted === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      ...(wanted === 'whole' ? {} : partial),
    },
    file: { path, start, end, breaks },
  };
}
