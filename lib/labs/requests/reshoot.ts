import { aspectToWire } from '@/lib/flow/aspect';
import { moveToWire } from '@/lib/flow/moves';
import type { RequestOf } from '@/lib/flow/request';
import { clientContext } from './client-context';

/** Body of a reshoot, key for key as captured for each of the fourteen moves. No prompt. */
export const reshootBody = (request: RequestOf<'reshoot'>, sessionId: string) => ({
  clientContext: clientContext(request, sessionId),
  requests: [
    {
      seed: request.seed,
      aspectRatio: aspectToWire(request.aspect),
      videoInput: { mediaId: request.mediaId },
      reshootMotionType: moveToWire(request.move),
      videoModelKey: request.modelKey,
      metadata: { sceneId: request.sceneId },
    },
  ],
});
