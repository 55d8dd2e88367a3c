import { aspectToWire } from '@/lib/flow/aspect';
import type { RequestOf } from '@/lib/flow/request';
import { clientContext } from './client-context';

/**
 * Body of an extend, key for key as captured. Both frames are inclusive and count from 0;
 * 168–191 of an 8 s clip, its last second, is the window seen accepted.
 */
export const extendBody = (request: RequestOf<'extend'>, sessionId: string) => ({
  clientContext: clientContext(request, sessionId),
  requests: [
    {
      textInput: { prompt: request.prompt },
      videoInput: {
        mediaId: request.mediaId,
        startFrameIndex: request.startFrameIndex,
        endFrameIndex: request.endFrameIndex,
      },
      videoModelKey: request.modelKey,
      aspectRatio: aspectToWire(request.aspect),
      seed: request.seed,
      metadata: { sceneId: request.sceneId },
    },
  ],
});
