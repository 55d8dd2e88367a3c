import * as z from 'zod/mini';
import { ASPECTS, type Aspect } from './aspect';
import { titleSchema } from './readable-title';
import { PAGE_ACTIONS } from './started';

/** What Flow makes, by its height. */
export const RESOLUTIONS = ['360p', '720p', '1080p', '4k'] as const;

export type Resolution = (typeof RESOLUTIONS)[number];

/**
 * A clip or an image of a project, as replies showed it. URLs are signed and end at their
 * `…ExpiresAt` (epoch ms); `frames` and the size are known once the file itself was looked at.
 */
export const mediaSchema = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.enum(['video', 'image']),
  projectId: z.string(),
  title: titleSchema,
  prompt: z.optional(z.string()),
  aspect: z.optional(z.enum(ASPECTS)),
  seed: z.optional(z.number()),
  model: z.optional(z.string()),
  url: z.optional(z.string()),
  urlExpiresAt: z.optional(z.number()),
  poster: z.optional(z.string()),
  posterExpiresAt: z.optional(z.number()),
  frames: z.optional(z.int()),
  /** Its length by Flow's own word, in whole seconds; `frames` is exact. */
  seconds: z.optional(z.number()),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  /** Where the page lists it; absent for a result that no list has shown yet. */
  position: z.optional(z.int()),
  /** How it was made; absent where Flow does not say. */
  madeBy: z.optional(z.enum(PAGE_ACTIONS)),
  /** Media ids of what it was made from, in Flow's order; Flow may name a workflow in their place. */
  sourceIds: z.optional(z.array(z.string())),
  /** Clips of one workflow are versions of one clip: what was made, edited, upscaled. */
  workflowId: z.optional(z.string()),
  resolution: z.optional(z.enum(RESOLUTIONS)),
  /** When Flow made it by its own word (epoch ms, Flow's clock). */
  madeAt: z.optional(z.number()),
  seenAt: z.number(),
  /** When it first turned up here: a clip that is older than a job is not its result. */
  firstSeenAt: z.optional(z.number()),
});

export type Media = z.infer<typeof mediaSchema>;

/** A clip whose project its reply does not name: the one of the job or of the page it belongs to. */
export type SeenMedia = Omit<Media, 'projectId'> & { readonly projectId?: string };

/** Reported for every model of 2025 and 2026; the model list carries it as `framesPerSecond`. */
export const FRAMES_PER_SECOND = 24;

/** Its shape: as its reply says it, else as its file was measured; undefined while neither is known. */
export function shapeOf({ aspect, width, height }: Media): Aspect | undefined {
  if (aspect !== undefined || width === undefined || height === undefined) return aspect;
  return height > width ? 'portrait' : 'landscape';
}

/**
 * Each medium once. After an account has moved, Flow names the same medium, which keeps its key, by another
 * id: the one that was seen last counts, with what only the other says.
 */
export function oncePerKey(media: readonly Media[]): Media[] {
  const byKey = new Map<string, Media>();
  for (const each of media.toSorted((one, other) => one.seenAt - other.seenAt))
    byKey.set(each.key, { ...byKey.get(each.key), ...each });
  return [...byKey.values()];
}

/** How high its picture is: as its reply says it, else as its file was measured. */
export function resolutionOf({ resolution, width, height }: Media): Resolution | undefined {
  if (resolution !== undefined || width === undefined || height === undefined) return resolution;
  const lines = Math.min(width, height);
  return lines === 2160 ? '4k' : RESOLUTIONS.find((each) => each === `${lines}p`);
}

/** Its length in frames: as its file was measured, else by Flow's word; undefined for an image. */
export const lengthOf = ({ frames, seconds }: Media): number | undefined =>
  frames ?? (seconds === undefined ? undefined : Math.round(seconds * FRAMES_PER_SECOND));

export { UPSCALED } from './media-id';
