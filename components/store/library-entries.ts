import { computed, type ReadonlySignal } from '@preact/signals';
import { type Entry, entriesOf, type Find, finderIn } from '@/lib/library/entry';
import { modelsIn } from '@/lib/library/filter';
import { makersOf } from '@/lib/library/recipe';
import { type Group, groupVersions } from '@/lib/library/versions';
import { mediaOfProject } from '@/lib/storage/media-queries';
import type { AllJobs } from './all-jobs';
import type { LibraryProject } from './library-project';
import { liveRows } from './live';
import type { PageJobs } from './page-jobs';

export interface LibraryEntries {
  /** Clips and images of the project that is shown, with their versions; undefined while they are read. */
  readonly groups: ReadonlySignal<readonly Group[] | undefined>;
  readonly groupOf: (key: string) => Group | undefined;
  /** Finds what a recipe names among them. */
  readonly find: ReadonlySignal<Find>;
  /** The group that a version is in. */
  readonly groupWith: (mediaId: string) => Group | undefined;
  /** Names of models that something was made with, most used first. */
  readonly models: ReadonlySignal<readonly string[]>;
}

/** What is known of a project, derived once for each change of it. */
export function createLibraryEntries(
  { current }: LibraryProject,
  { jobs }: AllJobs,
  { jobs: pageJobs }: PageJobs,
): LibraryEntries {
  const stored = liveRows(
    () => current.value?.id ?? '',
    async (id, from) => ({ id, media: await mediaOfProject(id, from) }),
  );
  const makers = computed(() => makersOf(jobs.value ?? [], pageJobs.value));
  const entries = computed<readonly Entry[] | undefined>(() => {
    const found = stored.value;
    if (!found || found.id !== (current.value?.id ?? '')) return undefined;
    return entriesOf(found.media, makers.value);
  });
  const groups = computed(() => entries.value && groupVersions(entries.value));
  const byKey = computed(() => new Map(groups.value?.map((group) => [group.key, group])));
  const byVersion = computed(
    () =>
      new Map(
        groups.value?.flatMap((group) =>
          group.versions.map(({ media }) => [media.id, group] as const),
        ),
      ),
  );
  return {
    groups,
    groupOf: (key) => byKey.value.get(key),
    find: computed(() => finderIn(entries.value ?? [])),
    groupWith: (mediaId) => byVersion.value.get(mediaId),
    models: computed(() => modelsIn(entries.value ?? [])),
  };
}
