import * as z from 'zod/mini';
import { SEED_MAX } from '@/lib/base/ids';
import { ASPECTS } from './aspect';
import { MOVES } from './moves';
import { tierSchema } from './tier';

export const PROMPT_MAX = 5000;
export const IMAGES_MAX = 3;

const frameIndex = z.int().check(z.gte(0));
const prompt = z.string().check(z.minLength(1), z.maxLength(PROMPT_MAX));

const common = {
  projectId: z.guid(),
  tier: tierSchema,
  aspect: z.enum(ASPECTS),
  modelKey: z.string().check(z.minLength(1)),
  seed: z.int().check(z.gte(0), z.lte(SEED_MAX)),
  sceneId: z.guid(),
};

/**
 * One generation exactly as it will be asked for. Fixed, with its seed, when the job is made;
 * the sceneId comes back in every reply and is what a job is recognised by.
 */
export const requestSchema = z.discriminatedUnion('action', [
  z.object({
    ...common,
    action: z.literal('extend'),
    prompt,
    mediaId: z.string(),
    startFrameIndex: frameIndex,
    endFrameIndex: frameIndex,
  }),
  z.object({
    ...common,
    action: z.literal('reshoot'),
    mediaId: z.string(),
    move: z.enum(MOVES),
  }),
  z.object({ ...common, action: z.literal('upscale'), mediaId: z.string() }),
  z.object({
    ...common,
    action: z.literal('references'),
    prompt,
    mediaIds: z.array(z.string()).check(z.minLength(1), z.maxLength(IMAGES_MAX)),
  }),
]);

export type GenerationRequest = z.infer<typeof requestSchema>;
export type RequestOf<Name extends GenerationRequest['action']> = Extract<
  GenerationRequest,
  { action: Name }
>;

/** Media ids of what a generation is made from. */
export const sourcesOf = (request: GenerationRequest): readonly string[] =>
  request.action === 'references' ? request.mediaIds : [request.mediaId];
