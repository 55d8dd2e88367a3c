import { computed, type ReadonlySignal } from '@preact/signals';
import { upscaleIds } from '@/lib/drafts/draft';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { mediaOfProject, someMedia } from '@/lib/storage/media-queries';
import type { FlowTab } from './choose-tab';
import type { Composer } from './composer';
import { liveRows } from './live';
import type { LiveItems } from './live-items';

export type Library = ReturnType<typeof createLibrary>;

/** Clips and images of the project that is open in Flow, and what the draft names of others. */
export function createLibrary(
  { draft }: Composer,
  flowTab: ReadonlySignal<FlowTab>,
  { projects }: LiveItems,
) {
  const tab = computed(() => (flowTab.value.kind === 'live' ? flowTab.value.tab : undefined));
  const projectId = computed(() => tab.value?.projectId);

  const ofProject = liveRows(
    () => projectId.value ?? '',
    async (id, from) => ({ id, rows: await mediaOfProject(id, from) }),
  );

  /** What the draft names, also where it belongs to another project. */
  const ofDraft = liveRows(
    () => (draft.value ? [...upscaleIds(draft.value), ...draft.value.imageIds].join(' ') : ''),
    (ids, from) => someMedia(ids.split(' ').filter(Boolean), from),
  );

  const ofKind = (kind: Media['kind']) =>
    computed(() => {
      const found = ofProject.value;
      if (!found || found.id !== (projectId.value ?? '')) return undefined;
      return inOrder(found.rows.filter((row) => row.kind === kind));
    });

  const known = computed(() => {
    const rows = [...(ofDraft.value?.values() ?? []), ...(ofProject.value?.rows ?? [])];
    return new Map(rows.map((row) => [row.id, row]));
  });

  return {
    /** The tab in use, if it is connected. */
    tab,
    /** The name of the open project, once the page was seen to read it. */
    projectTitle: computed(() =>
      projectId.value === undefined ? undefined : projects.value?.[projectId.value],
    ),
    /** Clips of the open project; undefined while they are read. */
    clips: ofKind('video'),
    /** Images of the open project; undefined while they are read. */
    images: ofKind('image'),
    /** Everything the composer may name, by id. */
    known,
    /** The chosen clip, whatever it is. */
    clip: computed(() => {
      const id = draft.value?.clipId;
      return id === undefined ? undefined : known.value.get(id);
    }),
  };
}

/** A result that no list of the page has shown yet stands in front of all that were listed. */
const NOT_LISTED_YET = -1;

/** As the page lists them; an upscaled copy, which has its clip's title, right behind it. */
function inOrder(rows: readonly Media[]): Media[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const lead = (row: Media) =>
    (row.key.endsWith(UPSCALED) && byKey.get(row.key.slice(0, -UPSCALED.length))) || row;
  const position = (row: Media) => lead(row).position ?? NOT_LISTED_YET;
  return rows.toSorted(
    (row, next) =>
      position(row) - position(next) ||
      lead(next).seenAt - lead(row).seenAt ||
      row.key.localeCompare(next.key),
  );
}
