import { searchFor } from '@/lib/base/search';
import { HOUR_MS } from '@/lib/base/time';
import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf } from '@/lib/flow/media';
import { modelName } from '@/lib/flow/model-name';
import type { PageAction } from '@/lib/flow/started';
import { dayStart } from '@/lib/ledger/ledger';
import type { Entry } from './entry';
import type { Group } from './versions';

/** Ways in which something was made; `other` is what was uploaded, or of which nobody has said. */
export const WAYS = [
  'text',
  'frames',
  'references',
  'extend',
  'reshoot',
  'upscale',
  'edit',
  'other',
] as const satisfies PageAction[];

export const SPANS = ['all', 'today', 'week', 'month'] as const;

export type Span = (typeof SPANS)[number];

/** What of a project is shown; undefined is any. */
export interface Filter {
  /** Words that title and prompt have to have. */
  readonly words: string;
  readonly kind: Media['kind'] | undefined;
  /** Name of a model, without the use that its key names. */
  readonly model: string | undefined;
  readonly shape: Aspect | undefined;
  readonly span: Span;
  readonly way: PageAction | undefined;
}

export const ANY: Filter = {
  words: '',
  kind: undefined,
  model: undefined,
  shape: undefined,
  span: 'all',
  way: undefined,
};

/** Whether something would be left out. */
export const isNarrow = ({ words, ...rest }: Filter): boolean =>
  words.trim() !== '' || Object.values(rest).some((each) => each !== undefined && each !== 'all');

/** A group that is shown, and the version that stands for it: the newest that fits. */
export interface Found {
  readonly group: Group;
  readonly entry: Entry;
}

/**
 * Groups of which a version fits, in their order.
 *
 * @param textOf title and prompt as they are searched: without accents and case
 * @param now epoch ms
 */
export function findGroups(
  groups: readonly Group[],
  filter: Filter,
  textOf: (entry: Entry) => string,
  now: number,
): readonly Found[] {
  const { kind, model, shape, span, way } = filter;
  const since = sinceOf(span, now);
  const hasWords = filter.words.trim() === '' ? undefined : searchFor(filter.words);
  const fits = (entry: Entry): boolean => {
    const { media, recipe } = entry;
    return (
      (kind === undefined || media.kind === kind) &&
      (model === undefined || nameOf(entry) === model) &&
      (shape === undefined || (shapeOf(media) ?? recipe.aspect) === shape) &&
      (way === undefined || (recipe.madeBy ?? 'other') === way) &&
      recipe.at >= since &&
      (hasWords === undefined || hasWords(textOf(entry)))
    );
  };
  return groups.flatMap((group) => {
    const entry = group.versions.find(fits);
    return entry ? [{ group, entry }] : [];
  });
}

const DAY_MS = 24 * HOUR_MS;

/** The moment that a span begins at (epoch ms): today at midnight, the others days before now. */
function sinceOf(span: Span, now: number): number {
  if (span === 'all') return Number.NEGATIVE_INFINITY;
  return span === 'today' ? dayStart(now) : now - (span === 'week' ? 7 : 30) * DAY_MS;
}

const nameOf = ({ recipe }: Entry): string | undefined =>
  recipe.model === undefined ? undefined : modelName(recipe.model);

/** Names of models that something was made with, the one that has made most first. */
export function modelsIn(entries: readonly Entry[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one, of], [other, ofOther]) => ofOther - of || one.localeCompare(other))
    .map(([name]) => name);
}
