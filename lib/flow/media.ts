import * as z from 'zod/mini';
import { ASPECTS } from './aspect';

/**
 * A clip or an image of a project, as replies showed it. Addresses are signed and end at their
 * `…ExpiresAt` (epoch ms); `frames` and the size are known once the file itself was looked at.
 */
export const mediaSchema = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.enum(['video', 'image']),
  projectId: z.string(),
  title: z.string(),
  prompt: z.optional(z.string()),
  aspect: z.optional(z.enum(ASPECTS)),
  seed: z.optional(z.number()),
  model: z.optional(z.string()),
  address: z.optional(z.string()),
  addressExpiresAt: z.optional(z.number()),
  poster: z.optional(z.string()),
  posterExpiresAt: z.optional(z.number()),
  frames: z.optional(z.int()),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  /** Where the page lists it; absent for a result that no list has shown yet. */
  place: z.optional(z.int()),
  seenAt: z.number(),
  /** When it first turned up here: a clip that is older than a job is not its result. */
  firstSeenAt: z.optional(z.number()),
});

export type Media = z.infer<typeof mediaSchema>;

/** Reported for every model of 2025 and 2026; the model list carries it as `framesPerSecond`. */
export const FRAMES_PER_SECOND = 24;

/** An upscaled clip has the key of its source with this ending (captured). */
export const UPSCALED = '_upsampled';
