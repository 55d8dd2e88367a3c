import { encodeMediaId } from '@/lib/flow/media-id';

export const NOW = 1_790_000_000_000;
export const PROJECT = '6a1d4a9e-6d0b-4f5a-9d67-0c3f3c9a2b11';
export const FLOW = '0d2f8a77-1b7f-4a52-8a1c-6f1f0c8f7d22';
export const KEY = 'c4c2a1f0-9b7e-4c1d-8f3a-2b6d7e8f9a33';
export const KEY_2 = '5f4e3d2c-1b0a-4998-8877-665544332211';
export const TRPC = 'https://labs.google/fx/api/trpc';
export const STORE = 'https://storage.googleapis.com/ai-sandbox-videofx';

export const idOf = (mediaKey: string, kind: 'video' | 'image' = 'video', projectId?: string) =>
  encodeMediaId({ kind, workflowId: FLOW, mediaKey, ...(projectId && { projectId }) });

/** An entry of a project’s list. */
export const clip = (mediaKey: string, made: object = {}, videoData: object = {}) => ({
  mediaGenerationId: { mediaType: 'VIDEO', projectId: PROJECT, workflowId: FLOW, mediaKey },
  mediaData: {
    videoData: {
      generatedVideo: {
        mediaGenerationId: idOf(mediaKey, 'video', PROJECT),
        seed: 7,
        prompt: 'A lantern on the water',
        model: 'veo_3_1_t2v_fast',
        aspectRatio: 'VIDEO_ASPECT_RATIO_PORTRAIT',
        ...made,
      },
      fifeUri: `${STORE}/video/${mediaKey}?Expires=1790003600`,
      ...videoData,
    },
  },
  mediaExtraData: { mediaTitle: 'Lantern' },
});

export const steps = (...workflowSteps: unknown[]) => ({ workflowId: FLOW, workflowSteps });

/** A project’s list of those entries. */
export const list = (...mediaGenerations: unknown[]) => ({
  workflows: [steps({ workflowStepId: 'CAE', mediaGenerations })],
  nextPageToken: null,
});

/** The project as the page of 2026 opens it, with those media. */
export const opened = (...media: unknown[]) => ({
  projectId: PROJECT,
  projectName: 'Lanterns',
  projectContents: { media, workflows: [], scenes: [] },
  modelConfig: { videoModelFamilies: [] },
});

/** A medium of it. */
export const listed = (name: string, own: object = {}) => ({
  name,
  projectId: PROJECT,
  mediaMetadata: { createTime: '2026-08-31T18:20:00Z' },
  video: {
    generatedVideo: { model: 'veo_3_1_t2v_fast', aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE' },
  },
  ...own,
});
