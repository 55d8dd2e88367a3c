import type { Answer, Asked } from './exchange';
import { ERROR_PAGE, type FileFaults } from './file-faults';
import type { Media } from './media';
import { rangedFile, xml } from './ranged-file';
import type { Signer } from './signed';

const PATHS: Record<string, RegExp> = {
  'storage.googleapis.com': /^\/ai-sandbox-videofx\/(video|image)\/([\w-]+)$/,
  'flow-content.google': /^\/(video|image)\/([\w-]+)$/,
};

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
  return as === 'video'
    ? rangedFile(found.file, 'video/mp4', asked, spoiled === 'broken')
    : rangedFile(found.poster, 'image/jpeg', asked);
}
