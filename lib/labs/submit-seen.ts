import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, readEntries, text } from '@/lib/base/lenient';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { aspectFromWire } from '@/lib/flow/aspect';
import type { ModelAsked } from '@/lib/flow/models';
import type { OperationState } from '@/lib/flow/operation-state';
import { type Tier, tierFromWire } from '@/lib/flow/tier';
import { SUBMIT_URL } from './urls';

const bodySchema = z.object({
  clientContext: lenient(
    z.object({
      sessionId: lenient(z.string().check(z.regex(/^;\d{10,16}$/))),
      userPaygateTier: lenient(text),
      /** The page's own verification, in the form of 2026 and in an older one (reported). */
      recaptchaContext: z.optional(z.unknown()),
      recaptchaToken: z.optional(z.unknown()),
    }),
  ),
  requests: z.optional(z.unknown()),
});

const requestSchema = z.object({
  videoModelKey: z.string().check(z.regex(/^[\w.-]{3,100}$/)),
  aspectRatio: text,
  /** Anything that is there counts: an odd resolution is none of those that we ask for. */
  resolution: z.optional(z.nullable(z.unknown())),
  metadata: lenient(z.object({ sceneId: lenient(text) })),
});

/** What one of the page's own API requests says about its session. */
export interface ContextSeen {
  readonly sessionId?: string;
  readonly tier?: Tier;
}

/** Session id and tier in the body of any of the page's own API calls, each for itself. */
export function parseContext(body: string): ContextSeen {
  const { sessionId, userPaygateTier } =
    bodySchema.safeParse(parseJson(body)).data?.clientContext ?? {};
  const tier = tierFromWire(userPaygateTier);
  return {
    ...(sessionId !== undefined && { sessionId }),
    ...(tier !== undefined && { tier }),
  };
}

/** Whether a submit of the page carries a verification of the page's own; what it says is not read. */
export function isVerified(body: string): boolean {
  const { recaptchaContext, recaptchaToken } =
    bodySchema.safeParse(parseJson(body)).data?.clientContext ?? {};
  return Boolean(recaptchaContext ?? recaptchaToken);
}

/**
 * Which models the page's own submit has shown to work, for which action and shape. Learned is only
 * what was asked for and started: a 4K upscale says nothing of 1080p, a low-priority key is not the
 * normal one, a request that Flow did not start teaches nothing, and two keys for one place neither.
 *
 * @param started what the reply says was started
 */
export function parseModelsAsked(
  url: string,
  body: string,
  started: readonly OperationState[],
): ModelAsked[] {
  const [path] = url.split(/[?#]/, 1);
  const action = ACTIONS.find((name) => SUBMIT_URL[name] === path);
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!action || !parsed.success) return [];
  const running = started.filter(({ progress }) => progress !== 'failed');
  const { entries, leftOut } = readEntries(
    parsed.data.requests,
    (entry) => requestSchema.safeParse(entry).data,
  );
  const areAll = running.length >= entries.length + leftOut;
  const asked = entries.flatMap((request): ModelAsked[] => {
    const { videoModelKey: key, aspectRatio, metadata } = request;
    const aspect = aspectFromWire(aspectRatio);
    const isStarted =
      areAll ||
      (metadata?.sceneId !== undefined &&
        running.some(({ sceneId }) => sceneId === metadata.sceneId));
    return aspect && isStarted && isNormal(action, request) ? [{ action, aspect, key }] : [];
  });
  return asked.filter(({ aspect, key }) =>
    asked.every((other) => other.aspect !== aspect || other.key === key),
  );
}

/** Sizes that the same actions make here; the older form of a request names none. */
const SIZES = { upscale: 'VIDEO_RESOLUTION_1080P', others: 'VIDEO_RESOLUTION_720P' } as const;

/** Keys of other sizes and of cheaper lanes, as reports show them. */
const SPECIAL = /4k|2160|low_?priority|relaxed/i;

function isNormal(
  action: Action,
  { videoModelKey, resolution }: z.infer<typeof requestSchema>,
): boolean {
  const size = action === 'upscale' ? SIZES.upscale : SIZES.others;
  return (resolution ?? size) === size && !SPECIAL.test(videoModelKey);
}
