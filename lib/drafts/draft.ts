import * as z from 'zod/mini';
import { ACTIONS } from '@/lib/flow/action';
import { ASPECTS } from '@/lib/flow/aspect';
import { MOVES } from '@/lib/flow/moves';

export const TAKES_MAX = 4;

/**
 * What the user has chosen so far, good or not: the composer's whole state. It may name things
 * that do not exist and numbers that cannot be; `validate` says so.
 */
export const draftSchema = z.object({
  action: z.enum(ACTIONS),
  clipId: z.optional(z.string()),
  /** Upscale: clips besides `clipId`, in the order they were chosen. */
  moreClipIds: z.optional(z.array(z.string())),
  moves: z.array(z.enum(MOVES)),
  extendPrompt: z.string(),
  /** Frames to continue from, both inclusive; absent means the last 24 of the clip. */
  range: z.optional(z.object({ start: z.number(), end: z.number() })),
  /** Both ends of the range move alone; absent, they move as one window of 24 frames. */
  freeRange: z.optional(z.boolean()),
  imageIds: z.array(z.string()),
  referencesPrompt: z.string(),
  /** Of a video from images; the other actions keep the clip's. */
  aspect: z.enum(ASPECTS),
  /** Extend and references: how many, each with its own seed. */
  takes: z.int().check(z.gte(1), z.lte(TAKES_MAX)),
  /** Absent means random for each job. */
  seed: z.optional(z.number()),
});

export type Draft = z.infer<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = {
  action: 'reshoot',
  moves: [],
  extendPrompt: '',
  imageIds: [],
  referencesPrompt: '',
  aspect: 'landscape',
  takes: 1,
};

/** All clips that an upscale is for. */
export const upscaleIds = ({ clipId, moreClipIds = [] }: Draft): string[] => [
  ...new Set([...(clipId === undefined ? [] : [clipId]), ...moreClipIds]),
];

/** Length in frames of the window Flow was seen to continue from. */
export const RANGE_FRAMES = 24;

/** The last 24 frames of a clip (all of a shorter one), both ends inclusive, counted from 0. */
export const lastRange = (frames: number): { start: number; end: number } => ({
  start: Math.max(0, frames - RANGE_FRAMES),
  end: frames - 1,
});

/** How many frames a window has on a clip of so many. */
export const windowFrames = (frames: number): number => Math.min(RANGE_FRAMES, frames);

/** The range a draft stands for on a clip of so many frames. */
export const rangeOf = (draft: Draft, frames: number) => draft.range ?? lastRange(frames);
