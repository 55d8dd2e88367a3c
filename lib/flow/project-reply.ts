import * as z from 'zod/mini';
import { aspectFromWire } from './aspect';
import type { Media } from './media';
import { decodeMediaId } from './media-id';
import { addressOf } from './media-reply';
import { parseTrpc } from './trpc';

const generated = z.object({
  mediaGenerationId: z.string(),
  seed: z.optional(z.number()),
  prompt: z.optional(z.string()),
  model: z.optional(z.string()),
  aspectRatio: z.optional(z.string()),
});

const generation = z.object({
  mediaGenerationId: z.object({ projectId: z.string(), mediaKey: z.string() }),
  mediaData: z.object({
    videoData: z.optional(
      z.object({
        generatedVideo: generated,
        fifeUri: z.optional(z.string()),
        servingBaseUri: z.optional(z.string()),
      }),
    ),
    imageData: z.optional(z.object({ generatedImage: generated, fifeUri: z.optional(z.string()) })),
  }),
  mediaExtraData: z.optional(z.object({ mediaTitle: z.optional(z.string()) })),
});

const workflows = z.object({
  nextPageToken: z.optional(z.nullable(z.string())),
  workflows: z.array(
    z.object({ workflowSteps: z.array(z.object({ mediaGenerations: z.array(z.unknown()) })) }),
  ),
});

const project = z.object({
  projectId: z.string(),
  projectInfo: z.object({ projectTitle: z.string() }),
});

/**
 * Media of a project from `project.searchProjectWorkflows`, in the page's order. An entry that does
 * not parse is left out and does not spoil the rest. Shape: public reports of 2025 and 2026.
 */
export function parseProjectMedia(body: string, now: number): Media[] {
  const parsed = workflows.safeParse(parseTrpc(body));
  if (!parsed.success) return [];
  return parsed.data.workflows
    .flatMap((workflow) => workflow.workflowSteps)
    .flatMap((step) => step.mediaGenerations)
    .flatMap((entry, place) => {
      const media = mediaOfEntry(entry, now);
      return media ? [{ ...media, place }] : [];
    });
}

/** Where the list of a project goes on; undefined on its last page. */
export function nextProjectPage(body: string): string | undefined {
  const parsed = workflows.safeParse(parseTrpc(body));
  return (parsed.success && parsed.data.nextPageToken) || undefined;
}

/** Title of the open project from `project.getProject`. */
export function parseProject(body: string): { projectId: string; title: string } | undefined {
  const parsed = project.safeParse(parseTrpc(body));
  if (!parsed.success) return undefined;
  return { projectId: parsed.data.projectId, title: parsed.data.projectInfo.projectTitle };
}

function mediaOfEntry(entry: unknown, now: number): Media | undefined {
  const parsed = generation.safeParse(entry);
  if (!parsed.success) return undefined;
  const { mediaGenerationId: ids, mediaData, mediaExtraData } = parsed.data;
  const made = mediaData.videoData?.generatedVideo ?? mediaData.imageData?.generatedImage;
  const id = made && decodeMediaId(made.mediaGenerationId);
  if (!made || !id?.ok || id.value.mediaKey !== ids.mediaKey) return undefined;
  const aspect = aspectFromWire(made.aspectRatio);
  const { videoData, imageData } = mediaData;
  return {
    id: made.mediaGenerationId,
    key: ids.mediaKey,
    kind: id.value.kind,
    projectId: ids.projectId,
    title: mediaExtraData?.mediaTitle ?? made.prompt ?? '',
    ...(made.prompt !== undefined && { prompt: made.prompt }),
    ...(aspect && { aspect }),
    ...(made.seed !== undefined && { seed: made.seed }),
    ...(made.model !== undefined && { model: made.model }),
    ...addressOf('address', videoData?.fifeUri ?? imageData?.fifeUri),
    ...addressOf('poster', videoData?.servingBaseUri ?? imageData?.fifeUri),
    seenAt: now,
  };
}
