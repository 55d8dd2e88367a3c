import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { countByProject } from '@/lib/storage/media-queries';
import { liveRows } from './live';
import type { LiveItems } from './live-items';

/** A project of which something is known. */
export interface KnownProject {
  readonly id: string;
  /** Undefined where the page was never seen to read it. */
  readonly title: string | undefined;
  /** How many clips and images of it are known. */
  readonly count: number;
}

export interface LibraryProject {
  /** All that are known, those with clips first, by title; undefined while they are read. */
  readonly all: ReadonlySignal<readonly KnownProject[] | undefined>;
  /** The one that is shown; undefined where none is known. */
  readonly current: ReadonlySignal<KnownProject | undefined>;
  readonly choose: (id: string) => void;
}

/**
 * Which project the library shows: the one that the page's address names (`library.html#<project>`), else
 * that of the Flow tab last heard from, else the first of all.
 */
export function createLibraryProject({ liveTabs, projects }: LiveItems): LibraryProject {
  const named = signal(location.hash.slice(1));
  addEventListener('hashchange', () => {
    named.value = location.hash.slice(1);
  });

  const counts = liveRows(
    () => '',
    (_, from) => countByProject(from),
  );

  const all = computed(() => {
    const [titles, known] = [projects.value, counts.value];
    if (!titles || !known) return undefined;
    const { compare } = new Intl.Collator();
    const ids = [...new Set([...known.keys(), ...Object.keys(titles)])];
    return ids
      .map((id): KnownProject => ({ id, title: titles[id], count: known.get(id) ?? 0 }))
      .sort(
        (one, other) =>
          Number(other.count > 0) - Number(one.count > 0) ||
          Number(one.title === undefined) - Number(other.title === undefined) ||
          compare(one.title ?? '', other.title ?? ''),
      );
  });

  const current = computed(() => {
    const tabs = Object.values(liveTabs.value ?? {});
    const heard = tabs.toSorted((one, other) => other.seenAt - one.seenAt);
    const wanted = [named.value, ...heard.flatMap(({ projectId }) => projectId ?? [])];
    const find = (id: string) => all.value?.find((project) => project.id === id);
    return wanted.map(find).find((project) => project !== undefined) ?? all.value?.[0];
  });

  return {
    all,
    current,
    choose(id) {
      history.replaceState(null, '', `#${id}`);
      named.value = id;
    },
  };
}
