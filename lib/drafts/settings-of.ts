import type { GenerationRequest } from '@/lib/flow/request';
import type { Draft } from './draft';

/** The parts of a draft that make the composer ask for the same once more, with the same seed. */
export function settingsOf(request: GenerationRequest): Partial<Draft> {
  const common = { action: request.action, seed: request.seed, takes: 1 };
  switch (request.action) {
    case 'extend':
      return {
        ...common,
        clipId: request.mediaId,
        extendPrompt: request.prompt,
        range: { start: request.startFrameIndex, end: request.endFrameIndex },
      };
    case 'reshoot':
      return { ...common, clipId: request.mediaId, moves: [request.move] };
    case 'upscale':
      return { ...common, clipId: request.mediaId, moreClipIds: [] };
    case 'references':
      return {
        ...common,
        imageIds: request.mediaIds,
        referencesPrompt: request.prompt,
        aspect: request.aspect,
      };
  }
}
