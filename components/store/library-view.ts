import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { plain } from '@/lib/base/search';
import type { Entry } from '@/lib/library/entry';
import { ANY, type Filter, type Found, findGroups } from '@/lib/library/filter';
import { inOrder, type Order } from '@/lib/library/order';
import type { LibraryEntries } from './library-entries';

export type LibraryView = ReturnType<typeof createLibraryView>;

/** What of the project is shown, in which order, and which version stands for each clip. */
export function createLibraryView(
  { groups }: LibraryEntries,
  projectId: ReadonlySignal<string | undefined>,
) {
  const filter = signal<Filter>(ANY);
  const order = signal<Order>('newest');
  /** Versions that the user has put on top, by group. */
  const picks = signal<ReadonlyMap<string, string>>(new Map());
  const texts = new WeakMap<Entry, string>();
  const { compare } = new Intl.Collator();

  function textOf(entry: Entry): string {
    const known = texts.get(entry);
    if (known !== undefined) return known;
    const text = plain(`${entry.title} ${entry.recipe.prompt ?? ''}`);
    texts.set(entry, text);
    return text;
  }

  const sorted = computed(() => groups.value && inOrder(groups.value, order.value, compare));

  const picked = ({ group, entry }: Found): Found => {
    const pick = picks.value.get(group.key);
    return { group, entry: group.versions.find(({ media }) => media.id === pick) ?? entry };
  };

  const found = computed(
    () => sorted.value && findGroups(sorted.value, filter.value, textOf, Date.now()).map(picked),
  );

  // Another project has other models: what would leave out all of it is not taken along.
  let shown: string | undefined;
  effect(() => {
    if (shown !== undefined && shown !== projectId.value) filter.value = ANY;
    shown = projectId.value;
  });

  return {
    filter: computed(() => filter.value),
    order,
    /** What is shown, in its order; undefined while it is read. */
    found,
    /** How many clips and images the project has. */
    count: computed(() => groups.value?.length ?? 0),
    /** Changes parts of the filter. */
    narrow(parts: Partial<Filter>): void {
      filter.value = { ...filter.value, ...parts };
    },
    /** Shows everything. */
    clear(): void {
      filter.value = ANY;
    },
    /** Has a version stand for its clip. */
    pick(groupKey: string, mediaId: string): void {
      picks.value = new Map(picks.value).set(groupKey, mediaId);
    },
  };
}
