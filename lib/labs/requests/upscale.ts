import { aspectToWire } from '@/lib/flow/aspect';
import type { RequestOf } from '@/lib/flow/request';

/** Body of an upsample, key for key as captured: the clientContext is the sessionId alone. */
export const upscaleBody = (request: RequestOf<'upscale'>, sessionId: string) => ({
  requests: [
    {
      aspectRatio: aspectToWire(request.aspect),
      seed: request.seed,
      videoInput: { mediaId: request.mediaId },
      videoModelKey: request.modelKey,
      metadata: { sceneId: request.sceneId },
    },
  ],
  clientContext: { sessionId },
});
