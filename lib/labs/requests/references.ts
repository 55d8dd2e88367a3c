import { aspectToWire } from '@/lib/flow/aspect';
import type { RequestOf } from '@/lib/flow/request';
import { clientContext } from './client-context';

/** Body of a video from one to three reference images, key for key as captured. */
export const referencesBody = (request: RequestOf<'references'>, sessionId: string) => ({
  clientContext: clientContext(request, sessionId),
  requests: [
    {
      aspectRatio: aspectToWire(request.aspect),
      metadata: { sceneId: request.sceneId },
      referenceImages: request.mediaIds.map((mediaId) => ({
        imageUsageType: 'IMAGE_USAGE_TYPE_ASSET',
        mediaId,
      })),
      seed: request.seed,
      textInput: { prompt: request.prompt },
      videoModelKey: request.modelKey,
    },
  ],
});
