import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf, UPSCALED } from '@/lib/flow/media';
import type { Move } from '@/lib/flow/moves';
import { type GenerationRequest, sourcesOf } from '@/lib/flow/request';
import type { PageAction } from '@/lib/flow/started';
import { type Job, resultId } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';

/** The generation that a medium came from: one of ours, or one that the page has started. */
export type Maker = Job | PageJob;

/** What a medium was made from, as far as anybody has said; what nobody has is left out. */
export interface Recipe {
  readonly madeBy?: PageAction;
  readonly prompt?: string;
  readonly model?: string;
  readonly seed?: number;
  readonly aspect?: Aspect;
  readonly move?: Move;
  /** Frames of its source that it goes on from, both inclusive, from 0. */
  readonly range?: { readonly start: number; readonly end: number };
  /**
   * What it was made from, in Flow's order: media ids; Flow may name a workflow in their place, and an
   * upscale of the older form says no more than its source's key.
   */
  readonly sourceIds: readonly string[];
  /** When it was made, or first turned up here (epoch ms). */
  readonly at: number;
  /** Whether that is when it was made. */
  readonly isDated: boolean;
}

/**
 * Joins what Flow has said of a medium with what its maker knows. A job of ours has the whole request
 * and is believed first; then Flow's own word, then what the page's call has shown.
 */
export function recipeOf(media: Media, maker?: Maker): Recipe {
  const asked = maker && ('request' in maker ? askedHere(maker.request) : undefined);
  const heard = maker && 'action' in maker ? heardOf(maker) : undefined;
  const known = { ...heard, ...saidBy(media), ...asked };
  const isUpscale = media.key.endsWith(UPSCALED);
  const madeBy = known.madeBy ?? (isUpscale ? 'upscale' : undefined);
  const sources = asked?.sourceIds ?? media.sourceIds ?? heard?.sourceIds ?? [];
  const sourceKey = isUpscale ? [media.key.slice(0, -UPSCALED.length)] : [];
  return {
    ...known,
    ...(madeBy && { madeBy }),
    sourceIds: sources.length > 0 ? sources : sourceKey,
    ...momentOf(media, maker),
  };
}

/** Who made what, by media id. What a job of ours has made is no page's. */
export const makersOf = (
  jobs: readonly Job[],
  pageJobs: readonly PageJob[],
): ReadonlyMap<string, Maker> =>
  new Map<string, Maker>([
    ...pageJobs.flatMap((job) =>
      job.state === 'done' && job.mediaId !== undefined ? [[job.mediaId, job] as const] : [],
    ),
    ...jobs.flatMap((job) => {
      const id = resultId(job);
      return id === undefined ? [] : [[id, job] as const];
    }),
  ]);

const saidBy = (media: Media) => {
  const { madeBy, prompt = '', model, seed } = media;
  const aspect = shapeOf(media);
  return {
    ...(madeBy && { madeBy }),
    ...(prompt.trim() !== '' && { prompt }),
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(aspect && { aspect }),
  };
};

function askedHere(request: GenerationRequest) {
  const { action, modelKey, seed, aspect } = request;
  return {
    ...{ madeBy: action, model: modelKey, seed, aspect },
    ...('prompt' in request && { prompt: request.prompt }),
    ...('move' in request && { move: request.move }),
    ...(request.action === 'extend' && {
      range: { start: request.startFrameIndex, end: request.endFrameIndex },
    }),
    sourceIds: sourcesOf(request),
  };
}

function heardOf({ action, prompt, model, seed, aspect, move, range, sourceIds }: PageJob) {
  return {
    ...(action !== 'other' && { madeBy: action }),
    ...(prompt !== undefined && { prompt }),
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(aspect && { aspect }),
    ...(move && { move }),
    ...(range && { range }),
    sourceIds,
  };
}

function momentOf(media: Media, maker: Maker | undefined) {
  const ended = maker?.state === 'done' ? maker.endedAt : undefined;
  const madeAt = media.madeAt ?? ended;
  return { at: madeAt ?? media.firstSeenAt ?? media.seenAt, isDated: madeAt !== undefined };
}
