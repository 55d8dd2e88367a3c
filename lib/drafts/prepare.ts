import { failed, type Result, success } from '@/lib/base/result';
import type { Aspect } from '@/lib/flow/aspect';
import { isExtensible, PREPARED_MODELS } from '@/lib/flow/capabilities';
import { type LearnedModels, shownPrice } from '@/lib/flow/models';
import { isKnownTier, type Tier } from '@/lib/flow/tier';
import type { Draft } from './draft';
import {
  clipOf,
  type DraftContext,
  imagesOf,
  type NonEmpty,
  type Problem,
  promptOf,
  type ReadyClip,
  type Wrong,
} from './validate';

type PreparedAction =
  | { readonly action: 'extend'; readonly clip: ReadyClip; readonly prompt: string }
  | { readonly action: 'upscale'; readonly clip: ReadyClip }
  | {
      readonly action: 'references';
      readonly imageIds: NonEmpty<string>;
      readonly prompt: string;
      readonly aspect: Aspect;
    };

/** A draft of which everything is proved that the user needs for pressing Generate in Flow. */
export type PreparedDraft = PreparedAction & {
  readonly projectId: string;
  readonly account: string;
};

/**
 * Proves a draft that the user will start in Flow's own page, or says what keeps it from that. Frames,
 * takes and seed are Flow's own there.
 */
export function prepareDraft(
  draft: Draft,
  { tab, media }: Pick<DraftContext, 'tab' | 'media'>,
): Result<PreparedDraft, Problem[]> {
  const problems: Problem[] = [];
  const wrong: Wrong = (problem) => {
    problems.push(problem);
    return undefined;
  };
  const session = sessionOf(tab, wrong);
  if (!session) return failed(problems);
  const prepared = preparedOf(draft, { projectId: session.projectId, media }, wrong);
  return prepared && problems.length === 0
    ? success({ ...session, ...prepared })
    : failed(problems);
}

function sessionOf(tab: DraftContext['tab'], wrong: Wrong) {
  if (!tab) return wrong({ field: 'session', kind: 'no-flow-tab' });
  const { projectId, account, signedIn } = tab;
  if (!signedIn || account === undefined) return wrong({ field: 'session', kind: 'signed-out' });
  return projectId === undefined
    ? wrong({ field: 'session', kind: 'no-project' })
    : { projectId, account };
}

function preparedOf(
  draft: Draft,
  known: Parameters<typeof clipOf>[2],
  wrong: Wrong,
): PreparedAction | undefined {
  const { action, clipId, aspect } = draft;
  switch (action) {
    case 'reshoot':
      return wrong({ field: 'session', kind: 'no-such-action' });
    case 'extend': {
      const clip = clipOf(clipId, action, known, wrong);
      if (clip && !isExtensible(known.media(clip.id)?.model))
        wrong({ field: 'clip', kind: 'not-veo' });
      const prompt = promptOf(draft.extendPrompt, wrong);
      return clip && prompt ? { action, clip, prompt } : undefined;
    }
    case 'upscale': {
      const clip = clipOf(clipId, action, known, wrong);
      return clip && { action, clip };
    }
    case 'references': {
      const imageIds = imagesOf(draft, known, wrong);
      const prompt = promptOf(draft.referencesPrompt, wrong);
      return imageIds && prompt ? { action, imageIds, prompt, aspect } : undefined;
    }
  }
}

/**
 * Credits that Flow's list names for what is prepared, by the model that its page takes by itself.
 * Undefined where the list was not seen, and for reshoot. To be said, never counted on.
 */
export function preparedPrice(
  { action }: Pick<Draft, 'action'>,
  tier: Tier | undefined,
  learned: LearnedModels,
): number | undefined {
  if (action === 'reshoot') return undefined;
  return shownPrice(
    PREPARED_MODELS[action],
    learned,
    tier !== undefined && isKnownTier(tier) ? tier : undefined,
  );
}
