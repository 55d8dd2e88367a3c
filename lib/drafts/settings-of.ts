import type { GenerationRequest } from '@/lib/flow/request';
import type { PageJob } from '@/lib/jobs/page-job';
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

/** What is known of how something was asked for, whoever has asked. */
type Asked = Pick<
  PageJob,
  'action' | 'seed' | 'prompt' | 'range' | 'move' | 'aspect' | 'sourceIds'
>;

/**
 * The same of what the page has started, as far as its call has shown it; undefined where it is none of
 * the actions that are asked for here.
 */
export function settingsOfPage(job: Asked): Partial<Draft> | undefined {
  const { action, seed, prompt, range, move, aspect, sourceIds } = job;
  const [clipId] = sourceIds;
  const common = { seed, takes: 1 };
  switch (action) {
    case 'extend':
      return { ...common, action, clipId, range, ...(prompt && { extendPrompt: prompt }) };
    case 'reshoot':
      return { ...common, action, clipId, ...(move && { moves: [move] }) };
    case 'upscale':
      return { ...common, action, clipId, moreClipIds: [] };
    case 'references':
      return {
        ...{ ...common, action, imageIds: [...sourceIds] },
        ...(prompt && { referencesPrompt: prompt }),
        ...(aspect && { aspect }),
      };
    default:
      return undefined;
  }
}
