import { SEED_MAX } from '@/lib/base/ids';
import { failed, type Result, success } from '@/lib/base/result';
import type { Action } from '@/lib/flow/action';
import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf, UPSCALED } from '@/lib/flow/media';
import type { Move } from '@/lib/flow/moves';
import { IMAGES_MAX, PROMPT_MAX } from '@/lib/flow/request';
import type { Site } from '@/lib/flow/site';
import type { Tier } from '@/lib/flow/tier';
import { type Draft, rangeOf, upscaleIds } from './draft';

/** What a draft is proved against: the tab it would go out from, and what is known of clips. */
export interface DraftContext {
  /** Undefined when no Flow tab is connected. */
  readonly tab:
    | {
        readonly site: Site;
        readonly projectId?: string | undefined;
        readonly signedIn: boolean;
        /** Whose it is; of one that is signed out, whose it was. */
        readonly account?: string | undefined;
        readonly tier?: Tier | undefined;
      }
    | undefined;
  /** Whether only Flow's own page can start something for the account of the tab. */
  readonly isFlowOnly: boolean;
  readonly media: (id: string) => Media | undefined;
}

/** What is wrong with a draft, and the field it is said at. */
export type Problem =
  | { readonly field: 'session'; readonly kind: 'no-flow-tab' | 'no-project' | 'signed-out' }
  | { readonly field: 'session'; readonly kind: 'tier-unknown' | 'flow-only' }
  | { readonly field: 'session'; readonly kind: 'press-in-flow' | 'no-such-action' }
  | { readonly field: 'clip'; readonly kind: 'no-clip' | 'other-project' | 'not-a-clip' }
  | { readonly field: 'clip'; readonly kind: 'aspect-unknown' | 'already-upscaled' | 'not-veo' }
  | { readonly field: 'moves'; readonly kind: 'no-moves' }
  | { readonly field: 'prompt'; readonly kind: 'empty-prompt' | 'long-prompt' }
  | { readonly field: 'range'; readonly kind: 'length-unknown' | 'range-order' }
  | { readonly field: 'range'; readonly kind: 'range-outside'; readonly last: number }
  | {
      readonly field: 'images';
      readonly kind: 'no-images' | 'too-many-images' | 'image-other-project';
    }
  | { readonly field: 'seed'; readonly kind: 'seed-outside' };

export type NonEmpty<Value> = readonly [Value, ...Value[]];

interface Session {
  readonly projectId: string;
  readonly account: string;
  readonly tier: Tier;
}

/** A clip of the open project whose shape is known. */
export interface ReadyClip {
  readonly id: string;
  readonly title: string;
  readonly aspect: Aspect;
}

/** Frames to continue from, inside the clip, both inclusive. */
interface FrameRange {
  readonly start: number;
  readonly end: number;
}

type ReadyAction =
  | { readonly action: 'reshoot'; readonly clip: ReadyClip; readonly moves: NonEmpty<Move> }
  | {
      readonly action: 'extend';
      readonly clip: ReadyClip;
      readonly prompt: string;
      readonly range: FrameRange;
      readonly takes: number;
    }
  | { readonly action: 'upscale'; readonly clips: NonEmpty<ReadyClip> }
  | {
      readonly action: 'references';
      readonly imageIds: NonEmpty<string>;
      readonly prompt: string;
      readonly aspect: Aspect;
      readonly takes: number;
    };

/** A draft of which everything is proved that its jobs need; prompts are without spaces around them. */
export type ReadyDraft = Session & ReadyAction & { readonly seed: number | undefined };

/** Notes what is wrong; the value is not there then. */
export type Wrong = (problem: Problem) => undefined;

/** Proves a draft, or says everything that keeps it from being sent, in the order of the form. */
export function validate(
  draft: Draft,
  { tab, isFlowOnly, media }: DraftContext,
): Result<ReadyDraft, Problem[]> {
  const problems: Problem[] = [];
  const wrong: Wrong = (problem) => {
    problems.push(problem);
    return undefined;
  };
  const session = sessionOf(tab, wrong);
  if (tab?.site === 'flow.google.com') wrong({ field: 'session', kind: 'press-in-flow' });
  else if (session && isFlowOnly) wrong({ field: 'session', kind: 'flow-only' });
  if (!session || problems.length > 0) return failed(problems);
  const readyAction = readyActionOf(draft, { ...session, media }, wrong);
  const seed = seedOf(draft, wrong);
  return readyAction && problems.length === 0
    ? success({ ...session, ...readyAction, seed })
    : failed(problems);
}

function sessionOf(tab: DraftContext['tab'], wrong: Wrong): Session | undefined {
  if (!tab) return wrong({ field: 'session', kind: 'no-flow-tab' });
  const { projectId, account, tier } = tab;
  if (!tab.signedIn || !account) return wrong({ field: 'session', kind: 'signed-out' });
  if (projectId === undefined) return wrong({ field: 'session', kind: 'no-project' });
  if (tier === undefined) return wrong({ field: 'session', kind: 'tier-unknown' });
  return { projectId, account, tier };
}

/** What the fields of a draft are looked up in. */
export type Known = Pick<DraftContext, 'media'> & Pick<Session, 'projectId'>;

function readyActionOf(draft: Draft, known: Known, wrong: Wrong): ReadyAction | undefined {
  const { action, clipId, aspect, takes } = draft;
  switch (action) {
    case 'reshoot': {
      const clip = clipOf(clipId, action, known, wrong);
      const moves = someOf(draft.moves, { field: 'moves', kind: 'no-moves' }, wrong);
      return clip && moves && { action, clip, moves };
    }
    case 'extend': {
      const clip = clipOf(clipId, action, known, wrong);
      const prompt = promptOf(draft.extendPrompt, wrong);
      const range = rangeIn(draft, known, wrong);
      return clip && prompt && range ? { action, clip, prompt, range, takes } : undefined;
    }
    case 'upscale': {
      const clips = clipsOf(draft, known, wrong);
      return clips && { action, clips };
    }
    case 'references': {
      const imageIds = imagesOf(draft, known, wrong);
      const prompt = promptOf(draft.referencesPrompt, wrong);
      return imageIds && prompt ? { action, imageIds, prompt, aspect, takes } : undefined;
    }
  }
}

/** An upscale may be for several clips: the first that is wrong is said. */
function clipsOf(draft: Draft, known: Known, wrong: Wrong): NonEmpty<ReadyClip> | undefined {
  const clips: ReadyClip[] = [];
  for (const id of upscaleIds(draft)) {
    const clip = clipOf(id, draft.action, known, wrong);
    if (!clip) return undefined;
    clips.push(clip);
  }
  return someOf(clips, { field: 'clip', kind: 'no-clip' }, wrong);
}

export function clipOf(
  clipId: string | undefined,
  action: Action,
  { media, projectId }: Known,
  wrong: Wrong,
): ReadyClip | undefined {
  const clip = clipId === undefined ? undefined : media(clipId);
  if (!clip) return wrong({ field: 'clip', kind: 'no-clip' });
  const { id, title } = clip;
  if (clip.kind !== 'video') return wrong({ field: 'clip', kind: 'not-a-clip' });
  if (clip.projectId !== projectId) return wrong({ field: 'clip', kind: 'other-project' });
  if (action === 'upscale' && clip.key.endsWith(UPSCALED))
    return wrong({ field: 'clip', kind: 'already-upscaled' });
  const aspect = shapeOf(clip);
  return aspect ? { id, title, aspect } : wrong({ field: 'clip', kind: 'aspect-unknown' });
}

export function imagesOf(
  { imageIds }: Draft,
  { media, projectId }: Known,
  wrong: Wrong,
): NonEmpty<string> | undefined {
  if (imageIds.length > IMAGES_MAX) return wrong({ field: 'images', kind: 'too-many-images' });
  const isOurs = (id: string) => {
    const image = media(id);
    return image?.kind === 'image' && image.projectId === projectId;
  };
  return imageIds.every(isOurs)
    ? someOf(imageIds, { field: 'images', kind: 'no-images' }, wrong)
    : wrong({ field: 'images', kind: 'image-other-project' });
}

function someOf<Value>(
  [first, ...more]: readonly Value[],
  none: Problem,
  wrong: Wrong,
): NonEmpty<Value> | undefined {
  return first === undefined ? wrong(none) : [first, ...more];
}

export function promptOf(text: string, wrong: Wrong): string | undefined {
  const prompt = text.trim();
  if (prompt === '') return wrong({ field: 'prompt', kind: 'empty-prompt' });
  return text.length > PROMPT_MAX ? wrong({ field: 'prompt', kind: 'long-prompt' }) : prompt;
}

function rangeIn(draft: Draft, { media }: Known, wrong: Wrong): FrameRange | undefined {
  const frames = draft.clipId === undefined ? undefined : media(draft.clipId)?.frames;
  if (frames === undefined) return wrong({ field: 'range', kind: 'length-unknown' });
  const range = rangeOf(draft, frames);
  const last = frames - 1;
  if (!isUpTo(last, range.start) || !isUpTo(last, range.end))
    return wrong({ field: 'range', kind: 'range-outside', last });
  return range.start < range.end ? range : wrong({ field: 'range', kind: 'range-order' });
}

function seedOf({ seed }: Draft, wrong: Wrong): number | undefined {
  const good = seed === undefined || isUpTo(SEED_MAX, seed);
  return good ? seed : wrong({ field: 'seed', kind: 'seed-outside' });
}

/** A whole number from 0 to the last one, both included. */
const isUpTo = (last: number, value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= last;
