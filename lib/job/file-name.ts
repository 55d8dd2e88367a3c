import filenamify from 'filenamify/browser';
import { exhaustive } from '@/lib/base/exhaustive';
import { MOVE_TERMS } from '@/lib/flow/moves';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Job } from './job';

const TITLE_MAX = 80;

/** Name for the saved clip, such as `Witch lands – Orbit left.mp4`; valid on every system. */
export function fileName({ title, request }: Pick<Job, 'title' | 'request'>): string {
  const words = title.slice(0, TITLE_MAX).split(/\s+/u).join(' ');
  const name = filenamify(words === '' ? 'Clip' : words, { replacement: ' ' })
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+/u, '');
  return `${name === '' ? 'Clip' : name} – ${suffix(request)}.mp4`;
}

function suffix(request: GenerationRequest): string {
  switch (request.action) {
    case 'reshoot':
      return MOVE_TERMS[request.move];
    case 'extend':
      return `Extended ${request.seed}`;
    case 'upscale':
      return '1080p';
    case 'references':
      return `Take ${request.seed}`;
    default:
      return exhaustive(request);
  }
}
