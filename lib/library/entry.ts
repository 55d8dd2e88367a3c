import type { Media } from '@/lib/flow/media';
import { type Maker, type Recipe, recipeOf } from './recipe';

/** A clip or an image of a project, and what it was made from. */
export interface Entry {
  readonly media: Media;
  /** Its own, else that of what it was made from; empty where neither is known. */
  readonly title: string;
  readonly recipe: Recipe;
  /** The generation that it came from, where that is known here. */
  readonly maker?: Maker;
}

/** What a recipe names: by media id, by media key, or by a workflow. */
export type Find = (name: string) => Entry | undefined;

/** All of a project with their recipes, in the order of the media. */
export const entriesOf = (
  media: readonly Media[],
  makers: ReadonlyMap<string, Maker>,
): readonly Entry[] =>
  media.map((each) => {
    const maker = makers.get(each.id);
    const title = titleOf(each, maker);
    return { media: each, title, recipe: recipeOf(each, maker), ...(maker && { maker }) };
  });

/** A result that no list has shown yet has no title of its own. */
export const titleOf = ({ title }: Media, maker: Maker | undefined): string =>
  title.trim() === '' ? (maker?.title ?? '') : title;

/** What its file is saved as: the result of a job of ours, else a clip of the project. */
export const saveIdOf = ({ media, maker }: Entry): string =>
  maker && 'request' in maker ? maker.id : media.id;

/** Finds what recipes name among these. Of a workflow it gives the first that was made. */
export function finderIn(entries: readonly Entry[]): Find {
  const [ids, keys, workflows] = [
    new Map<string, Entry>(),
    new Map<string, Entry>(),
    new Map<string, Entry>(),
  ];
  for (const entry of entries) {
    const { id, key, workflowId } = entry.media;
    ids.set(id, entry);
    keys.set(key, entry);
    if (workflowId === undefined) continue;
    const first = workflows.get(workflowId);
    if (!first || entry.recipe.at < first.recipe.at) workflows.set(workflowId, entry);
  }
  return (name) => ids.get(name) ?? keys.get(name) ?? workflows.get(name);
}

/** What an entry was made from, as far as it is known here, in Flow's order; never itself. */
export const sourcesIn = ({ media, recipe }: Entry, find: Find): readonly Entry[] =>
  recipe.sourceIds.flatMap((name) => {
    const source = find(name);
    return source && source.media.id !== media.id ? [source] : [];
  });
