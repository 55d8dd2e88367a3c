import { SEED_MAX } from '@/lib/base/ids';
import { type Media, shapeOf, UPSCALED } from '@/lib/flow/media';
import { IMAGES_MAX, PROMPT_MAX } from '@/lib/flow/request';
import type { Tier } from '@/lib/flow/tier';
import { type Draft, rangeOf, upscaleIds } from './draft';

/** The open place in Flow, as far as it is known. */
export interface Place {
  /** Undefined when no Flow tab is connected. */
  readonly tab: { readonly projectId?: string | undefined; readonly signedIn: boolean } | undefined;
  readonly tier: Tier | undefined;
  readonly media: (id: string) => Media | undefined;
}

/** What is wrong with a draft, and the field it is said at. */
export type Problem =
  | { readonly field: 'session'; readonly kind: 'no-flow-tab' | 'no-project' | 'signed-out' }
  | { readonly field: 'session'; readonly kind: 'tier-unknown' }
  | { readonly field: 'clip'; readonly kind: 'no-clip' | 'other-project' | 'not-a-clip' }
  | { readonly field: 'clip'; readonly kind: 'aspect-unknown' | 'already-upscaled' }
  | { readonly field: 'moves'; readonly kind: 'no-moves' }
  | { readonly field: 'prompt'; readonly kind: 'empty-prompt' | 'long-prompt' }
  | { readonly field: 'range'; readonly kind: 'length-unknown' | 'range-order' }
  | { readonly field: 'range'; readonly kind: 'range-outside'; readonly last: number }
  | {
      readonly field: 'images';
      readonly kind: 'no-images' | 'too-many-images' | 'image-other-project';
    }
  | { readonly field: 'seed'; readonly kind: 'seed-outside' };

/** Everything that keeps a draft from being sent, in the order of the form. Empty: it can go. */
export function check(draft: Draft, place: Place): Problem[] {
  const session = sessionProblem(place);
  if (session) return [session];
  const problems: (Problem | undefined)[] = [];
  if (draft.action === 'references') problems.push(imagesProblem(draft, place));
  else problems.push(clipProblem(draft, place));
  if (draft.action === 'reshoot' && draft.moves.length === 0)
    problems.push({ field: 'moves', kind: 'no-moves' });
  if (draft.action === 'extend') problems.push(promptProblem(draft.extendPrompt));
  if (draft.action === 'references') problems.push(promptProblem(draft.referencesPrompt));
  if (draft.action === 'extend') problems.push(rangeProblem(draft, place));
  problems.push(seedProblem(draft.seed));
  return problems.filter((problem) => problem !== undefined);
}

function sessionProblem({ tab, tier }: Place): Problem | undefined {
  if (!tab) return { field: 'session', kind: 'no-flow-tab' };
  if (!tab.signedIn) return { field: 'session', kind: 'signed-out' };
  if (tab.projectId === undefined) return { field: 'session', kind: 'no-project' };
  return tier === undefined ? { field: 'session', kind: 'tier-unknown' } : undefined;
}

/** An upscale may be for several clips: the first that is wrong is said. */
function clipProblem(draft: Draft, place: Place): Problem | undefined {
  const ids = draft.action === 'upscale' ? upscaleIds(draft) : [draft.clipId];
  if (ids.length === 0) return { field: 'clip', kind: 'no-clip' };
  return ids.map((id) => oneClipProblem(draft, id, place)).find((found) => found !== undefined);
}

function oneClipProblem(draft: Draft, id: string | undefined, place: Place): Problem | undefined {
  const clip = id === undefined ? undefined : place.media(id);
  if (!clip) return { field: 'clip', kind: 'no-clip' };
  if (clip.kind !== 'video') return { field: 'clip', kind: 'not-a-clip' };
  if (clip.projectId !== place.tab?.projectId) return { field: 'clip', kind: 'other-project' };
  if (draft.action === 'upscale' && clip.key.endsWith(UPSCALED))
    return { field: 'clip', kind: 'already-upscaled' };
  return shapeOf(clip) === undefined ? { field: 'clip', kind: 'aspect-unknown' } : undefined;
}

function imagesProblem(draft: Draft, place: Place): Problem | undefined {
  if (draft.imageIds.length === 0) return { field: 'images', kind: 'no-images' };
  if (draft.imageIds.length > IMAGES_MAX) return { field: 'images', kind: 'too-many-images' };
  const isOurs = (id: string) => {
    const image = place.media(id);
    return image?.kind === 'image' && image.projectId === place.tab?.projectId;
  };
  return draft.imageIds.every(isOurs)
    ? undefined
    : { field: 'images', kind: 'image-other-project' };
}

function promptProblem(prompt: string): Problem | undefined {
  if (prompt.trim() === '') return { field: 'prompt', kind: 'empty-prompt' };
  return prompt.length > PROMPT_MAX ? { field: 'prompt', kind: 'long-prompt' } : undefined;
}

function rangeProblem(draft: Draft, place: Place): Problem | undefined {
  const frames = draft.clipId === undefined ? undefined : place.media(draft.clipId)?.frames;
  if (frames === undefined) return { field: 'range', kind: 'length-unknown' };
  const { start, end } = rangeOf(draft, frames);
  const inside = (frame: number) => Number.isInteger(frame) && frame >= 0 && frame < frames;
  if (!inside(start) || !inside(end))
    return { field: 'range', kind: 'range-outside', last: frames - 1 };
  return start < end ? undefined : { field: 'range', kind: 'range-order' };
}

function seedProblem(seed: number | undefined): Problem | undefined {
  const good = seed === undefined || (Number.isInteger(seed) && seed >= 0 && seed <= SEED_MAX);
  return good ? undefined : { field: 'seed', kind: 'seed-outside' };
}
