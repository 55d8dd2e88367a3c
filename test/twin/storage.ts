import { statSync } from 'node:fs';
import type { Answer, Asked } from './exchange';
import { ERROR_PAGE, type FileFaults } from './file-faults';
import type { Media } from './media';
import type { Signer } from './signed';

const PATHS: Record<string, RegExp> = {
  'storage.googleapis.com': /^\/ai-sandbox-videofx\/(video|image)\/([\w-]+)$/,
  'flow-content.google': /^\/(video|image)\/([\w-]+)$/,
};

function xml(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml; charset=UTF-8' },
    body: `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    reason: code,
  };
}

type Range = { start: number; end: number };

// A header that is no single byte range is ignored, as the standard asks.
function range(header: string | undefined, size: number): Range | 'whole' | 'unsatisfiable' {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}

// No CORS headers: the real storage sends none for these addresses either.
export function storage(
  asked: Asked,
  media: readonly Media[],
  signer: Signer,
  faults: FileFaults,
): Answer {
  if (asked.method !== 'GET' && asked.method !== 'HEAD') {
    return xml(405, 'MethodNotAllowed', 'The specified method is not allowed.');
  }
  const fault = signer.fault(asked.path, asked.query);
  if (fault) return xml(403, fault, 'Access denied.');
  const [, as, key] = PATHS[asked.host]?.exec(asked.path) ?? [];
  const found = media.find(
    ({ mediaKey, kind }) => mediaKey === key && (as === 'image' || kind === 'video'),
  );
  if (!found) return xml(404, 'NoSuchKey', 'The specified key does not exist.');
  const spoiled = as === 'video' ? faults.of(found.mediaKey) : undefined;
  if (spoiled === 'forbidden') return xml(403, 'AccessDenied', 'Access denied.');
  if (spoiled === 'page') {
    return { status: 200, headers: { 'content-type': 'text/html' }, body: ERROR_PAGE };
  }
  const path = as === 'video' ? found.file : found.poster;
  const size = statSync(path).size;
  const wanted = range(asked.headers.range, size);
  const headers = {
    'content-type': as === 'video' ? 'video/mp4' : 'image/jpeg',
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
    file: { path, start, end, breaks: spoiled === 'broken' },
  };
}
