import { lengthOf, type Media, resolutionOf } from '@/lib/flow/media';
import type { Recipe } from './recipe';

/** Of the form below; another form has another number. */
const SCHEMA_VERSION = 1;
const TOOL = 'Second Take';

/** What lies beside the recipe of a medium in the same file. */
interface About {
  readonly media: Media;
  readonly title: string;
  readonly recipe: Recipe;
  /** What it was made from, by title and id; the title is empty where it is not known. */
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly projectTitle: string | undefined;
  /** When the file is written (epoch ms). */
  readonly now: number;
}

/**
 * The recipe of a medium as the text of a JSON file. Names of Flow's and this tool's alone: no account, no
 * token, no URL. What is not known is null.
 */
export function recipeFile({ media, title, recipe, sources, projectTitle, now }: About): string {
  const { madeBy, prompt, model, seed, aspect, move, range, at, isDated } = recipe;
  const frames = lengthOf(media);
  const content = {
    schemaVersion: SCHEMA_VERSION,
    tool: TOOL,
    savedAt: dateOf(now),
    project: projectTitle ?? null,
    id: media.id,
    kind: media.kind,
    title,
    prompt: prompt ?? null,
    madeBy: madeBy ?? null,
    model: model ?? null,
    seed: seed ?? null,
    shape: aspect ?? null,
    resolution: resolutionOf(media) ?? null,
    frames: frames ?? null,
    cameraMove: move ?? null,
    continuedFromFrames: range ?? null,
    sources,
    [isDated ? 'madeAt' : 'firstSeenAt']: dateOf(at),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const dateOf = (at: number): string => new Date(at).toISOString();
