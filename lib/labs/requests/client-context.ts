import type { GenerationRequest } from '@/lib/flow/request';
import { tierToWire } from '@/lib/flow/tier';

/**
 * `clientContext` of extend, reshoot and reference images (captured). `sessionId` is ";" followed
 * by epoch ms and stays the same while the page lives; the tier is the account's own.
 */
export const clientContext = (request: GenerationRequest, sessionId: string) => ({
  sessionId,
  projectId: request.projectId,
  tool: 'PINHOLE',
  userPaygateTier: tierToWire(request.tier),
});
