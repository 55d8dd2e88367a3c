import type { OperationState } from '@/lib/flow/operation-state';
import { parseOperations } from '@/lib/labs/replies/operations';

export const NOW = 1_790_000_000_000;
export const PROJECT = '6a1d4a9e-6d0b-4f5a-9d67-0c3f3c9a2b11';
export const FLOW = '0d2f8a77-1b7f-4a52-8a1c-6f1f0c8f7d22';
export const KEY = 'c4c2a1f0-9b7e-4c1d-8f3a-2b6d7e8f9a33';
export const OURS = '3b9f6e2a-5c4d-4e8f-9a1b-7c6d5e4f3a44';
export const OTHER = '8e7d6c5b-4a39-4281-9706-f5e4d3c2b155';
export const HEX = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
export const HEX_2 = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const WORD = 'MEDIA_GENERATION_STATUS_';

/** The operations of a reply; none of one that is not read. */
export const read = (body: unknown): readonly OperationState[] => {
  const reply = parseOperations(JSON.stringify(body), NOW);
  return reply.ok ? reply.value.operations : [];
};

/** One that waits, as our submit is answered with. */
export const operation = (own: object = {}, inner: object = {}) => ({
  operation: { name: HEX, ...inner },
  sceneId: OURS,
  status: `${WORD}PENDING`,
  ...own,
});

/** A medium beside it, as the newer form has it. */
export const listed = (status: string, own: object = {}) => ({
  name: KEY,
  projectId: PROJECT,
  workflowId: FLOW,
  mediaMetadata: { mediaStatus: { mediaGenerationStatus: `${WORD}${status}`, ...own } },
});
